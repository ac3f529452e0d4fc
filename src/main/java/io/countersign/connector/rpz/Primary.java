package io.countersign.connector.rpz;

import io.countersign.connector.Answer;
import io.countersign.connector.TargetUnreadable;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** The server that has the zone: what the zone says of a domain, and changes of it, each sent once. */
final class Primary {

    /** What the zone itself says of a domain. */
    enum Standing {
        /** Nothing. */
        NONE,
        /** Blocked exactly as we would. */
        BLOCKED,
        /** Something else, by somebody else: an exception, another answer, or half of a block. */
        OTHER
    }

    private final RpzSettings settings;
    private final PolicyZone zone;
    private final TSIG key;

    Primary(RpzSettings settings, PolicyZone zone, TSIG key) {
        this.settings = settings;
        this.zone = zone;
        this.key = key;
    }

    /** @throws TargetUnreadable if the primary does not say */
    Standing look(PolicyZone.Entry entry) {
        try (DnsConnection connection = open()) {
            String exact = records(connection, entry.exact().getName());
            String beneath = records(connection, entry.beneath().getName());
            return exact.isEmpty() && beneath.isEmpty() ? Standing.NONE
                    : exact.equals(text(entry.exact())) && beneath.equals(text(entry.beneath())) ? Standing.BLOCKED : Standing.OTHER;
        } catch (IOException unreadable) {
            throw new TargetUnreadable("The primary " + settings.primary() + " of the zone " + zone.apex() + " could not be read: " + words(unreadable), unreadable);
        }
    }

    /** @param late asked when a connection stands: if true, nothing is sent */
    Answer send(Update update, BooleanSupplier late) {
        DnsConnection connection;
        try {
            connection = open();
        } catch (IOException unreachable) {
            return new Answer.Refused("The primary cannot be reached, nothing was sent: " + words(unreachable));
        }
        try (connection) {
            if (late.getAsBoolean()) {
                return new Answer.Refused("It took too long until the update could be sent, so nothing was sent");
            }
            return answer(connection.ask(update).getRcode());
        } catch (IOException lost) {
            return new Answer.Lost("The primary's answer did not come: " + words(lost));
        }
    }

    DnsConnection open() throws IOException {
        return DnsConnection.open(settings.primary(), key, settings.connectTimeout(), settings.responseTimeout());
    }

    boolean has(DnsConnection connection, Name name) throws IOException {
        int said = connection.ask(zone.question(name)).getRcode();
        if (said != Rcode.NXDOMAIN && said != Rcode.YXRRSET) {
            throw new IOException("asked for " + name + " it answered " + Rcode.string(said));
        }
        return said == Rcode.YXRRSET;
    }

    private String records(DnsConnection connection, Name name) throws IOException {
        if (!has(connection, name)) {
            return "";
        }
        Message answer = connection.ask(Message.newQuery(Record.newRecord(name, Type.ANY, DClass.IN)));
        return answer.getSection(Section.ANSWER).stream().filter(record -> record.getName().equals(name)).map(Primary::text).sorted().collect(Collectors.joining("; "));
    }

    private static String text(Record record) {
        return Type.string(record.getType()) + " " + record.rdataToString();
    }

    private Answer answer(int said) {
        String word = Rcode.string(said);
        return switch (said) {
            case Rcode.NOERROR -> new Answer.Accepted("The primary changed the zone " + zone.apex());
            case Rcode.YXDOMAIN, Rcode.YXRRSET, Rcode.NXDOMAIN, Rcode.NXRRSET -> new Answer.Refused("The zone " + zone.apex()
                    + " was not as it should be, so nothing was done: somebody changed it, or the entry is not this run's (" + word + ")");
            case Rcode.REFUSED, Rcode.NOTAUTH, Rcode.NOTZONE -> new Answer.Refused("The primary does not let the key " + settings.keyName() + " update the zone "
                    + zone.apex() + " (" + word + ")");
            // Told by a server that passes updates on, it may have happened all the same.
            case Rcode.SERVFAIL -> new Answer.Lost("The primary failed while it changed the zone (" + word + ")");
            default -> new Answer.Refused("The primary refused the update: " + word);
        };
    }

    static String words(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
