/** A Linux firewall as a connector: elements of named sets, over SSH; it never believes an unknown host key, and removes nothing but what carries its mark. */
package io.countersign.connector.nftables;
