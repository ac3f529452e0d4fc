package io.countersign.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.data.domain.Persistable;

/** A person with their password hash. The hash never leaves this package. */
@Entity
@Table(name = "person")
class PersonAccount implements Persistable<String> {

    @Id
    private String username;
    private String displayName;
    private String team;
    private String passwordHash;
    private boolean passwordOneTime;
    private boolean active;
    private Instant createdAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;
    @Version
    private long version;
    @Transient
    private boolean fresh;

    protected PersonAccount() {
    }

    PersonAccount(NewPerson person, String passwordHash, boolean passwordOneTime, Instant now) {
        this.username = person.username();
        this.displayName = person.displayName();
        this.team = person.team();
        this.roles = EnumSet.copyOf(person.roles());
        this.passwordHash = passwordHash;
        this.passwordOneTime = passwordOneTime;
        this.active = true;
        this.createdAt = now;
        this.fresh = true;
    }

    Person view() {
        return new Person(username, displayName, team, roles, active);
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean passwordOneTime() {
        return passwordOneTime;
    }

    void changePassword(String hash, boolean oneTime) {
        this.passwordHash = hash;
        this.passwordOneTime = oneTime;
    }

    void changeRoles(Set<Role> next) {
        roles.retainAll(next);
        roles.addAll(next);
    }

    void changeActive(boolean next) {
        this.active = next;
    }

    @Override
    public String getId() {
        return username;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostPersist
    @PostLoad
    void stored() {
        fresh = false;
    }
}
