/** Searching the record over REST; it reads only. */
package io.countersign.evidence.web;
