/** The lists as firewalls pull them, each with the token of its consumer, and who may pull; it changes no list. */
package io.countersign.connector.list.web;
