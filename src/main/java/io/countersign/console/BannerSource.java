package io.countersign.console;

import java.util.List;

/** A bean by which a module says what is wrong, or special, at present. MUST answer within a few milliseconds. */
@FunctionalInterface
public interface BannerSource {

    List<Banner> banners();
}
