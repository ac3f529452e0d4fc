/** May use nothing, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.countersign.architecture.canary.left;
