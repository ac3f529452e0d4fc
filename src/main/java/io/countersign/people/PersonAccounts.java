package io.countersign.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PersonAccounts extends JpaRepository<PersonAccount, String> {

    List<PersonAccount> findAllByOrderByDisplayName();

    /** Locked, so that of two administrators who deactivate each other at once one stays. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PersonAccount p where p.active and io.countersign.people.Role.ADMINISTRATOR member of p.roles order by p.username")
    List<PersonAccount> lockActiveAdministrators();
}
