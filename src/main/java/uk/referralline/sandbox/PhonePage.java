package uk.referralline.sandbox;

import io.javalin.config.RoutesConfig;

final class PhonePage {
    PhonePage(Sandbox sandbox) {}

    void routes(RoutesConfig routes) {}
}
