/** The pages at which people decide, watch, order and look things up; what may be done is decided by the modules behind them. */
package io.countersign.desk.web;
