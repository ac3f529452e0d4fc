/**
 * A DNS response policy zone as a connector: a domain is blocked by two records ({@code name CNAME .} and {@code *.name CNAME .}) that RFC 2136
 * updates put into the zone on its primary, signed by TSIG, and that resolvers answer with NXDOMAIN. It never takes out what others put in.
 *
 * <p>What the zone's owner provides: a zone of its own for this product; a key that may update and transfer it ({@code update-policy { grant
 * countersign zonesub ANY; }} and {@code allow-transfer} in BIND); {@code min-update-interval 0} in BIND's {@code response-policy}, because the
 * default lets a change wait for up to a minute, longer than {@code countersign.execution.observe-for}, with {@code qname-wait-recurse no}, so
 * that a domain whose own servers are dead is blocked too, and {@code break-dnssec yes}, without which clients that ask for signatures are told
 * the truth about a signed domain; the policy as given on the resolver,
 * without override; and once {@code probe._countersign TXT "countersign"} in the zone, by which the self-check sees that the resolver uses it.
 *
 * <p>What "observed" means here: the answer that one resolver gives to a real query now. Others may be behind, and clients have caches.
 */
package io.countersign.connector.rpz;
