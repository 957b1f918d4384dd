package uk.referralline.console;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that only take a form, and the pages that these forms are on: the nearest page above them. */
final class FormPaths {
    private final List<Pattern> forms;
    private final List<Pattern> pages;

    FormPaths(List<Route> table) {
        this.forms = patterns(table, HandlerType.POST);
        this.pages = patterns(table, HandlerType.GET);
    }

    private static List<Pattern> patterns(List<Route> table, HandlerType method) {
        return table.stream()
                .filter(route -> route.method() == method)
                .map(route -> Pattern.compile(route.path().replaceAll("\\{[a-z]+}", "[^/]+")))
                .toList();
    }

    /** The page of a form's address; empty when no form is taken there. */
    Optional<String> pageOf(String path) {
        if (!fits(forms, path)) {
            return Optional.empty();
        }
        String page = path;
        while (!page.isEmpty() && !fits(pages, page)) {
            page = page.substring(0, page.lastIndexOf('/'));
        }
        return Optional.of(page.isEmpty() ? "/" : page);
    }

    private static boolean fits(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
