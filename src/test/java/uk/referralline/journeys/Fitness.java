package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * What every page must be: held against WCAG 2.2 AA, with nothing cut off, at both widths and at twice its size.
 *
 * @param name of the pictures of it
 */
record Fitness(Page page, String name) {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** What a person could not press or fill in; a table that scrolls by itself may be wider. */
    private static final String CUT_OFF = """
            [...document.querySelectorAll('main button, main input, main select, main textarea')]
              .filter((each) => each.checkVisibility() && each.getClientRects().length)
              .filter((each) => {
                for (let box = each.parentElement; box.id !== 'main'; box = box.parentElement) {
                  if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return false;
                }
                const at = each.getBoundingClientRect();
                return at.left < 0 || at.right > document.documentElement.clientWidth;
              })
              .map((each) => each.outerHTML.slice(0, 120)).join(' ')
            """;

    /** Checks the page as it is now and keeps a picture of it at each width. */
    void holds() {
        for (int width : new int[] {1280, 320}) {
            page.setViewportSize(width, 900);
            isInSight(name + " at " + width, width);
            isAccessible(name + " at " + width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
        }
        // 200 % of 1280 by 900.
        page.setViewportSize(640, 450);
        isInSight(name + " at twice its size", 640);
        page.setViewportSize(1280, 900);
        assertThat(page.title()).as(name + " has a title").isNotBlank();
        assertThat(page.locator("h1").count())
                .as(name + " has one first heading")
                .isEqualTo(1);
    }

    private void isAccessible(String where) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private void isInSight(String where, int width) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(where + " scrolls sideways")
                .isLessThanOrEqualTo(width);
        assertThat(page.evaluate(CUT_OFF).toString())
                .as(where + ": what is cut off")
                .isEmpty();
    }
}
