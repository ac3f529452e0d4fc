package io.countersign.stop;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stops as they stand in the database, never from a cache: a stop must count at once. */
@Service
@Transactional(readOnly = true)
class JdbcStops implements Stops {

    private final StopTable table;

    JdbcStops(StopTable table) {
        this.table = table;
    }

    @Override
    public List<Stop> inForce() {
        return table.inForce();
    }

    @Override
    public List<Stop> latest(int most) {
        return table.latest(most);
    }

    @Override
    public Optional<Stop> find(long id) {
        return table.find(id);
    }

    @Override
    public List<Stop> against(Deed deed) {
        return table.inForce().stream().filter(stop -> stop.scope().covers(deed)).toList();
    }

    /** The lock comes first: the rows are read with a later view than that of any stop that was waited for. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Stop> gate(Deed deed) {
        table.share();
        return against(deed).stream().findFirst();
    }
}
