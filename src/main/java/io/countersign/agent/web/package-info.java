/** The register of agents over REST; it decides only who may ask for a change. */
package io.countersign.agent.web;
