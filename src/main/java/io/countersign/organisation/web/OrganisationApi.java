package io.countersign.organisation.web;

import io.countersign.evidence.Actor;
import io.countersign.organisation.LoadOrganisation;
import io.countersign.organisation.Organisation;
import io.countersign.organisation.OrganisationFile;
import io.countersign.people.NewPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings teams, people, assets and agents in from one file. */
@RestController
@RequestMapping("/api/organisation")
@Tag(name = "Organisation")
class OrganisationApi {

    private final LoadOrganisation organisation;

    OrganisationApi(LoadOrganisation organisation) {
        this.organisation = organisation;
    }

    @PostMapping(consumes = {"application/yaml", "application/json"})
    @Operation(summary = "Loads a file of teams, people, assets and agents: all of it or nothing")
    @ApiResponse(responseCode = "201", description = "Loaded; each new person has a one-time password, told here only")
    @ApiResponse(responseCode = "422", description = "Nothing was changed; the problem names the place in the file")
    ResponseEntity<Loaded> load(InputStream file, Principal by) throws IOException {
        Organisation read = OrganisationFile.read(file);
        Map<NewPerson, String> passwords = organisation.load(read, true, Actor.person(by.getName()));
        Map<String, String> byName = new TreeMap<>();
        passwords.forEach((person, password) -> byName.put(person.username(), password));
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .body(new Loaded(read.teams().size(), read.assets().size(), read.agents().size(), byName));
    }

    @Schema(name = "LoadedOrganisation")
    record Loaded(int teams, int assets, int agents,
                  @Schema(description = "By username. Each works for one sign-in. Keep them now: they cannot be shown again.") Map<String, String> oneTimePasswords) {

        @Override
        public String toString() {
            return "Loaded[people=" + oneTimePasswords.keySet() + ", passwords=hidden]";
        }
    }
}
