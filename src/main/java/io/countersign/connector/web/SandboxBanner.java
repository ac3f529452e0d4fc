package io.countersign.connector.web;

import io.countersign.console.Banner;
import io.countersign.console.BannerSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says on every page that effects are pretended, wherever the sandbox is enabled. */
@Component
@ConditionalOnProperty("countersign.connector.sandbox.enabled")
class SandboxBanner implements BannerSource {

    @Override
    public List<Banner> banners() {
        return List.of(Banner.of(Banner.Level.NOTICE, "Sandbox: effects are for training, nothing real is touched."));
    }
}
