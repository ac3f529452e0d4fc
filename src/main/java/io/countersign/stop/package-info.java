/** The kill switch: what people stopped, and who lifted it. And what only pretends: dry runs. It holds new effects back, never an undo, and decides nothing else. */
@org.springframework.modulith.ApplicationModule(displayName = "Stop", allowedDependencies = {"people", "evidence"})
package io.countersign.stop;
