package uk.referralline.console;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.referralline.console.page.StaticTemplates;
import uk.referralline.console.page.Templates;
import uk.referralline.console.signin.Token;
import uk.referralline.duty.Advocate;

/** One request to the console: who makes it, what they sent, and how it is answered. */
public final class Visit {
    /** A method for each file in {@code src/main/jte}; what it gives is shown with {@link #show}. */
    public static final Templates TEMPLATES = new StaticTemplates();

    /** Sent by our script with a form: a page that shows the form again is wanted, and no redirect. */
    private static final String IN_PLACE = "X-In-Place";

    private static final String GO = "X-Go";

    private final Context ctx;
    private final Token browser;
    private final Optional<SignedIn> visitor;
    private final Keeper keeper;
    private boolean whole;

    /** What a visit asks of the session it belongs to. */
    interface Keeper {
        Instant now();

        void notice(SignedIn visitor, Optional<String> notice);

        Optional<String> sought(SignedIn visitor);

        void seek(SignedIn visitor, String what);
    }

    Visit(Context ctx, Token browser, Optional<SignedIn> visitor, Keeper keeper) {
        this.ctx = ctx;
        this.browser = browser;
        this.visitor = visitor;
        this.keeper = keeper;
    }

    /** Javalin's side of it: path parameters, headers, streams. */
    public Context context() {
        return ctx;
    }

    /** When this request was made. */
    public Instant now() {
        return keeper.now();
    }

    /** Who is signed in, to the end or halfway. */
    public Optional<SignedIn> visitor() {
        return visitor;
    }

    /**
     * Who is signed in.
     *
     * @throws IllegalStateException on an address that is open to nobody in particular
     */
    public Advocate person() {
        return visitor.orElseThrow(() -> new IllegalStateException("nobody is signed in"))
                .person();
    }

    Token browser() {
        return browser;
    }

    /** No keyboard has a NUL, and no text of PostgreSQL may hold one. */
    private static String kept(String sent) {
        return sent.replace("\0", "");
    }

    /** A field of the form, without spaces around it; empty when it was not sent. */
    public String field(String name) {
        return Optional.ofNullable(ctx.formParam(name))
                .map(Visit::kept)
                .map(String::strip)
                .orElse("");
    }

    /** A field of the form just as it was typed, such as a password; empty when it was not sent. */
    public String typed(String name) {
        return Optional.ofNullable(ctx.formParam(name)).map(Visit::kept).orElse("");
    }

    /** What was chosen of several, such as ticked boxes. */
    public List<String> fields(String name) {
        return ctx.formParams(name).stream().map(Visit::kept).toList();
    }

    /** A word after the question mark of the address, without spaces around it; empty when there is none. */
    public String query(String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .map(Visit::kept)
                .map(String::strip)
                .orElse("");
    }

    /** What this person looked for last, since they signed in. */
    Optional<String> sought() {
        return visitor.flatMap(keeper::sought);
    }

    /** Keeps what they look for now. */
    void seek(String what) {
        visitor.ifPresent(each -> keeper.seek(each, what));
    }

    /** The frame of a page. @param title of the page alone, unique in the console */
    public Page page(String title) {
        whole = true;
        var frame = new Page.Frame(ctx.path(), browser.formToken(), visitor.filter(SignedIn::fully), keeper.now());
        return new Page(title, frame, Errors.NONE);
    }

    /** Answers with a page, or with a part of one. */
    public void show(JteModel view) {
        ctx.contentType("text/html; charset=utf-8").result(view.render());
        // What was done is told on a whole page, once; a part of a page does not show it.
        visitor.filter(each -> whole && each.session().notice().isPresent())
                .ifPresent(each -> keeper.notice(each, Optional.empty()));
    }

    /** Answers with a page under another status than 200, such as 422 for a form that has errors. */
    public void show(HttpStatus status, JteModel view) {
        ctx.status(status);
        show(view);
    }

    /** Leads on to another page of ours, after something was done; a script that sent the form is told where. */
    public void go(String path) {
        if (ctx.header(IN_PLACE) == null) {
            ctx.redirect(path, HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.NO_CONTENT).header(GO, path);
        }
    }

    /** Leads on to another page of ours, which tells what was done. @param notice a sentence without a full stop */
    public void go(String path, String notice) {
        visitor.ifPresent(each -> keeper.notice(each, Optional.of(notice)));
        go(path);
    }
}
