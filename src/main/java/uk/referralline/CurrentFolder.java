package uk.referralline;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.call.Beginning;
import uk.referralline.call.Scripts;
import uk.referralline.call.World;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.UrgencyRules;
import uk.referralline.casework.Wards;
import uk.referralline.console.ScriptBook;
import uk.referralline.duty.DutyPhones;
import uk.referralline.duty.OpeningHours;
import uk.referralline.escalation.EscalationRules;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.number.NumberPlan;
import uk.referralline.settings.Change;
import uk.referralline.settings.SettingVersions;
import uk.referralline.sms.QuietHours;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.FaultyFiles;

/**
 * The folder that the line goes by at this moment. An edited one takes its place as a whole, for new calls, once it is found
 * right; one with a fault is told once, and the line goes on as before.
 */
final class CurrentFolder implements ScriptBook {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentFolder.class);

    private final Source source;
    private final Keeping keeping;
    private final NumberPlan plan;
    private final InstantSource clock;
    private final AtomicReference<Held> held = new AtomicReference<>();
    /** Why each edit that was seen is not used. */
    private final Map<String, String> refused = new HashMap<>();

    private final AtomicReference<ScriptBook.Checked> checked = new AtomicReference<>();
    private String seen;

    /**
     * Where the folder is, and what goes with it.
     *
     * @param path in place of the packaged one
     * @param line the line's number as a text writes it
     * @param duty who can be rung, which is no matter of the folder
     */
    record Source(Optional<Path> path, String line, DutyPhones duty) {}

    /** Where what is taken is kept. */
    record Keeping(Scripts scripts, SettingVersions settings) {}

    /** All that is swapped together. */
    private record Held(String hash, ScriptFolder folder, Scripts.Version version) {}

    private CurrentFolder(Source source, Keeping keeping, NumberPlan plan, InstantSource clock) {
        this.source = source;
        this.keeping = keeping;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Reads the folder, and keeps its script and its settings.
     *
     * @throws RefusedFolder if it is not right
     * @throws FaultyFiles if it cannot be read at all
     */
    static CurrentFolder open(Source source, Keeping keeping, NumberPlan plan, InstantSource clock) {
        var current = new CurrentFolder(source, keeping, plan, clock);
        FolderFiles files = FolderFiles.read(source.path());
        current.seen = files.hash();
        current.check(files);
        current.take(files);
        return current;
    }

    private void check(FolderFiles files) {
        boolean walked = wasWalked(files.script());
        if (!walked) {
            LOG.info("the call script is new: every way through it is walked, which takes some seconds");
        }
        FolderReport report = walked
                ? FolderReport.quick(files, source.line(), today())
                : FolderReport.full(files, source.line(), today());
        if (!report.clean()) {
            throw new RefusedFolder(report);
        }
        report.warnings().forEach(warning -> LOG.warn("{}", warning));
        checked.set(new ScriptBook.Checked(clock.instant(), report.warnings(), Optional.empty()));
    }

    /**
     * The packaged script was walked when it was built, and one that is kept when it was new: to do it again would only make
     * the start slow.
     */
    private boolean wasWalked(ScriptFiles script) {
        return script.equals(ScriptFiles.packaged()) || keeping.scripts().has(script.hash());
    }

    private void take(FolderFiles files) {
        ScriptFolder folder = ScriptFolder.of(files, source.line());
        Scripts.Version version = keeping.scripts().keep(files.script());
        keeping.settings().keep(files.calendar());
        held.set(new Held(files.hash(), folder, version));
    }

    /**
     * Looks whether the folder was edited, and takes it if so. Only what is the same at two looks in a row is taken, so that
     * nobody hears half of an edit.
     */
    synchronized void look() {
        if (source.path().isEmpty()) {
            return;
        }
        try {
            FolderFiles files = FolderFiles.read(source.path());
            String hash = files.hash();
            boolean settled = hash.equals(seen);
            seen = hash;
            if (settled && hash.equals(held.get().hash())) {
                show(Optional.empty());
            } else if (settled && refused.containsKey(hash)) {
                show(Optional.of(refused.get(hash)));
            } else if (settled) {
                change(files);
            }
        } catch (FaultyFiles unreadable) {
            tellOnce(unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public synchronized void reload() {
        look();
        look();
    }

    private void change(FolderFiles files) {
        try {
            long before = held.get().version().id();
            check(files);
            take(files);
            long now = held.get().version().id();
            LOG.info(
                    now == before
                            ? "the edited settings are in use; the call script is still version {}"
                            : "the edited call script is in use, version {}",
                    now);
        } catch (RefusedFolder | FaultyFiles wrong) {
            tellOnce(files.hash(), wrong);
        }
    }

    private void tellOnce(String what, RuntimeException wrong) {
        String words = wrong.getMessage().strip();
        show(Optional.of(words));
        if (refused.put(what, words) == null) {
            LOG.error("the edited call script is not used, the one before stays:\n{}", words);
        }
    }

    /** Nothing is refused when the folder is as it is used. */
    private void show(Optional<String> refusal) {
        checked.updateAndGet(last -> new ScriptBook.Checked(last.at(), last.warnings(), refusal));
    }

    @Override
    public Script current() {
        return held.get().version().script();
    }

    @Override
    public Checked checked() {
        return checked.get();
    }

    @Override
    public String diff(ScriptFiles before, ScriptFiles after) {
        return VersionTexts.diff(before, after);
    }

    @Override
    public String diff(Change change) {
        return SettingTexts.diff(change);
    }

    /** What a call that comes in now begins with. */
    Beginning beginning() {
        Held now = held.get();
        return new Beginning(now.version(), new World(plan, now.folder().hours(), source.duty()));
    }

    /** The texts that belong to no call. */
    SmsTemplates texts() {
        return held.get().folder().texts().english();
    }

    QuietHours quietHours() {
        return held.get().folder().quietHours();
    }

    EligibilityRules eligibility() {
        return held.get().folder().eligibility();
    }

    OpeningHours hours() {
        return held.get().folder().hours();
    }

    AttemptRules attempts() {
        return held.get().folder().work().attempts();
    }

    UrgencyRules urgency() {
        return held.get().folder().work().urgency();
    }

    Wards wards() {
        return held.get().folder().work().wards();
    }

    EscalationRules escalation() {
        return held.get().folder().work().escalation();
    }

    DueTimes dueTimes() {
        return held.get().folder().dueTimes();
    }

    /** How many days from today on the bank holidays are known; below 0 when they have run out. */
    long holidayDaysLeft() {
        return held.get().folder().hours().holidayDaysLeft(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OpeningHours.LONDON);
    }
}
