package io.countersign.console;

/** One entry of the navigation as a person sees it. */
record NavigationItem(String label, String path, String icon, long count, boolean current) {
}
