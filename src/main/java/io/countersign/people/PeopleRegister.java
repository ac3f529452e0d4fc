package io.countersign.people;

import io.countersign.evidence.Actor;
import java.util.Set;

/**
 * Changes who has an account. Every change is evidence ({@code DIRECTORY_CHANGED}) in the same transaction, and ends the
 * sessions of the person it concerns, so that rights never outlive it. Callers MUST have checked that {@code by} may do this.
 */
public interface PeopleRegister {

    /** Adds the team, or renames the one with this id. */
    void putTeam(Team team, Actor by);

    /**
     * Adds a person with a generated password.
     *
     * @param oneTime whether it must be replaced at the first sign-in
     * @return the password, which is kept nowhere else
     * @throws DirectoryConflict if the username is taken or the team unknown
     */
    String addPerson(NewPerson person, boolean oneTime, Actor by);

    /** @return a generated password that must be replaced at the next sign-in; it is kept nowhere else */
    String resetPassword(String username, Actor by);

    /** @throws DirectoryConflict if the current password is wrong, or the new one is the same */
    void changeOwnPassword(String username, CharSequence current, NewPassword next);

    /** @throws DirectoryConflict if no active administrator would be left */
    void changeRoles(String username, Set<Role> roles, Actor by);

    /** @throws DirectoryConflict if no active administrator would be left */
    void deactivate(String username, Actor by);

    void activate(String username, Actor by);
}
