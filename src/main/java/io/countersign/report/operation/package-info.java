/** What whoever runs the product watches: health and metrics. It reads, and never makes anything wait for it. */
package io.countersign.report.operation;
