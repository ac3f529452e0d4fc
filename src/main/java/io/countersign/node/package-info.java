/** What one node of several does: pages and API, work, or both. Every node answers for its health. */
@org.springframework.modulith.ApplicationModule(displayName = "Node", allowedDependencies = {})
package io.countersign.node;
