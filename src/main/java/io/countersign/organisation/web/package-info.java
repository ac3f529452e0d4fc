/** An organisation over REST, for administrators. */
package io.countersign.organisation.web;
