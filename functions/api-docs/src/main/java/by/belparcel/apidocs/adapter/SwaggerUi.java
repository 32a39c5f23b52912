package by.belparcel.apidocs.adapter;

import by.belparcel.apidocs.adapter.ClassPathShelf.Resource;
import by.belparcel.apidocs.application.FileShelf;
import java.util.Map;

/** The files of Swagger UI that the page needs: the page and its start are ours, the rest is the webjar's. */
public final class SwaggerUi {

    public static final String INDEX = "index.html";

    /**
     * Scripts and styles come from our origin only and nothing is evaluated; the widget sets style attributes and embeds its
     * images, so both are allowed.
     */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";

    private SwaggerUi() {}

    public static FileShelf files() {
        return new ClassPathShelf(Map.of(
                INDEX,
                file(INDEX, "text/html; charset=utf-8"),
                "start.js",
                file("start.js", JAVASCRIPT),
                "page.css",
                file("page.css", CSS),
                "swagger-ui.css",
                file("swagger-ui.css", CSS),
                "swagger-ui-bundle.js",
                file("swagger-ui-bundle.js", JAVASCRIPT),
                "favicon-32x32.png",
                file("favicon-32x32.png", "image/png")));
    }

    private static Resource file(String name, String mediaType) {
        return new Resource("/swagger-ui/" + name, mediaType);
    }
}
