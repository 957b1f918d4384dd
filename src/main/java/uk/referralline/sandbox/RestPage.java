package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists in pages, as in Twilio's first API. */
final class RestPage {

    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private RestPage() {}

    /**
     * The page that was asked for.
     *
     * @param name of the list, such as {@code messages}
     */
    static Map<String, Object> of(RestRequest request, String name, List<Map<String, Object>> all) {
        int size = Math.min(MOST, Math.max(1, number(request.query("PageSize"), USUAL)));
        int page = number(request.query("Page"), 0);
        int start = Math.min(page * size, all.size());
        int end = Math.min(start + size, all.size());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(name, all.subList(start, end));
        json.put("end", Math.max(start, end - 1));
        json.put("first_page_uri", uri(request, 0, size));
        json.put("next_page_uri", end < all.size() ? uri(request, page + 1, size) : null);
        json.put("page", page);
        json.put("page_size", size);
        json.put("previous_page_uri", page > 0 ? uri(request, page - 1, size) : null);
        json.put("start", start);
        json.put("uri", uri(request, page, size));
        return json;
    }

    private static String uri(RestRequest request, int page, int size) {
        String filters = request.filters();
        return request.path() + "?" + (filters.isEmpty() ? "" : filters + "&") + "PageSize=" + size + "&Page=" + page;
    }

    private static int number(Optional<String> digits, int otherwise) {
        return digits.filter(value -> value.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
