package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.Edit;
import uk.referralline.casework.Place;
import uk.referralline.casework.ReferralDesk;
import uk.referralline.casework.ReferralField;
import uk.referralline.casework.Refused;
import uk.referralline.casework.Stale;
import uk.referralline.casework.Wards;

/** A left message becomes a referral in one pass: the player beside the form, and what follows from it as it is filled in. */
public final class ReferralPages {
    private final CaseWork work;
    private final CasePage page;

    public ReferralPages(CaseWork work, CasePage page) {
        this.work = work;
        this.page = page;
    }

    /**
     * The form.
     *
     * @param answers those kept and, over them, those typed
     * @param preview what the rules make of them
     * @param since what was changed after the form had been opened, in sentences
     */
    public record View(
            CaseFile file, Map<String, String> answers, ReferralDesk.Preview preview, List<String> since, Wards wards) {
        public View {
            since = List.copyOf(since);
        }

        public List<ReferralField> fields() {
            boolean byOther = file.referral().isPresent();
            return Arrays.stream(ReferralField.values())
                    .filter(field -> byOther || field.askedOfSelf())
                    .toList();
        }

        /** The first message that nobody has written up. */
        public Optional<CaseFile.LeftMessage> unheard() {
            return file.messages().stream()
                    .filter(each -> each.writtenUpAt().isEmpty())
                    .findFirst();
        }

        public String answer(ReferralField field) {
            String answer = answers.getOrDefault(field.word(), "");
            return field == ReferralField.PLACE
                    ? wards.find(answer).map(Place::name).orElse(answer)
                    : answer;
        }

        /** What a colleague has kept in a field meanwhile, where it is not what was typed; null otherwise. */
        public String kept(ReferralField field) {
            String kept = file.facts().getOrDefault(field.word(), "");
            return since.isEmpty() || kept.isEmpty() || kept.equals(answers.get(field.word()))
                    ? null
                    : "Kept meanwhile: " + CaseWords.value(field.word(), kept);
        }

        public String path() {
            return CaseView.path(file.head().id());
        }
    }

    /** GET /case/{id}/referral */
    void show(Visit visit) {
        page.with(visit, (handle, head) -> {
            show(handle, visit, head, Errors.NONE);
        });
    }

    /** POST /case/{id}/referral/preview: what the rules make of the form, kept nowhere. */
    void preview(Visit visit) {
        page.with(
                visit,
                (handle, head) -> visit.show(TEMPLATES.partPreview(
                        view(handle, visit, head, List.of()).preview())));
    }

    /** POST /case/{id}/referral */
    void keep(Visit visit) {
        page.with(visit, (handle, head) -> {
            handle.savepoint("before");
            try {
                var edit = new Edit(head.id(), seen(visit, head), by(visit));
                ReferralDesk.Preview now = work.desks().referrals().fill(handle, edit, typed(visit));
                if (!visit.field("written-up").isEmpty()) {
                    work.desks().safety().writtenUp(handle, head.id(), edit.by(), visit.field("written-up"));
                }
                Trail.changed(handle, visit, head.id(), "referral");
                boolean byOther = CaseFile.read(handle, head.id(), visit.now())
                        .orElseThrow()
                        .referral()
                        .isPresent();
                visit.go(CaseView.path(head.id()), said(now, byOther));
            } catch (Refused refused) {
                handle.rollbackToSavepoint("before");
                show(handle, visit, head, Errors.of(field(refused), refused.getMessage()));
            } catch (Stale stale) {
                handle.rollbackToSavepoint("before");
                stale(handle, visit, head, stale);
            }
        });
    }

    private void stale(Handle handle, Visit visit, CaseHead head, Stale stale) {
        show(handle, visit, head, Errors.of("form", CaseForm.STALE), CaseForm.since(handle, stale));
    }

    /** POST /case/{id}/referral/said-no */
    void saidNo(Visit visit) {
        page.with(visit, (handle, head) -> {
            if (!visit.field("sure").equals("yes")) {
                show(
                        handle,
                        visit,
                        head,
                        Errors.of("sure", "Tick that everything is to be erased: it cannot be undone"));
                return;
            }
            handle.savepoint("before");
            try {
                CaseFile file = CaseFile.read(handle, head.id(), visit.now()).orElseThrow();
                var edit = new Edit(head.id(), seen(visit, head), by(visit));
                ReferralDesk.Forgotten forgotten = work.desks().referrals().saidNo(handle, edit);
                forgotten.cases().forEach(each -> Trail.forgotten(handle, visit, each));
                Trail.changed(handle, visit, forgotten.calls());
                file.messages().forEach(message -> work.erase(handle, message.sid(), visit.now()));
                Trail.changed(handle, visit, head.id(), "said-no");
                visit.go("/queue", "A count is kept, and nothing that says who it was");
            } catch (Refused refused) {
                handle.rollbackToSavepoint("before");
                show(handle, visit, head, Errors.of("form", refused.getMessage()));
            } catch (Stale stale) {
                handle.rollbackToSavepoint("before");
                stale(handle, visit, head, stale);
            }
        });
    }

    /** @param byOther whether there is a referral: whoever asks for themselves was referred by nobody */
    private static String said(ReferralDesk.Preview now, boolean byOther) {
        return switch (now.missing().size()) {
            case 0 -> byOther ? "The referral is complete" : "Kept. Nothing is missing";
            case 1 -> "Kept. Still missing: 1 answer";
            default -> "Kept. Still missing: " + now.missing().size() + " answers";
        };
    }

    private static String field(Refused refused) {
        return Arrays.stream(ReferralField.values())
                .filter(field -> refused.getMessage().contains(field.question()))
                .findFirst()
                .map(ReferralField::word)
                .orElse("form");
    }

    private void show(Handle handle, Visit visit, CaseHead head, Errors errors) {
        show(handle, visit, head, errors, List.of());
    }

    private void show(Handle handle, Visit visit, CaseHead head, Errors errors, List<String> since) {
        View view = view(handle, visit, head, since);
        String what = view.file().referral().isPresent() ? "Referral " : "What we know of case ";
        Page frame = visit.page(what + CaseWords.reference(head.reference()));
        if (errors.any()) {
            visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        visit.show(TEMPLATES.referral(frame.with(errors), view));
        Trail.viewed(handle, visit, head.id(), "referral");
    }

    private View view(Handle handle, Visit visit, CaseHead head, List<String> since) {
        CaseFile file = CaseFile.read(handle, head.id(), visit.now()).orElseThrow();
        Map<String, String> answers = new HashMap<>(file.facts());
        typed(visit).forEach((field, answer) -> answers.put(field.word(), answer));
        return new View(
                file,
                answers,
                work.desks().referrals().preview(answers, file.referral().isPresent(), by(visit)),
                since,
                work.wards().get());
    }

    private Map<ReferralField, String> typed(Visit visit) {
        Map<ReferralField, String> typed = new EnumMap<>(ReferralField.class);
        for (ReferralField field : ReferralField.values()) {
            if (visit.context().formParam(field.word()) != null) {
                typed.put(field, visit.field(field.word()));
            }
        }
        typed.computeIfPresent(ReferralField.PLACE, (field, name) -> place(name));
        return typed;
    }

    /** A hospital by its name is the one that the rules know. */
    private String place(String name) {
        return work.wards().get().places().stream()
                .filter(place ->
                        place.kind() == Place.Kind.HOSPITAL && place.name().equalsIgnoreCase(name))
                .findFirst()
                .map(Place::id)
                .orElse(name);
    }

    private static int seen(Visit visit, CaseHead head) {
        String seen = visit.field("version");
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : head.version();
    }

    private static By by(Visit visit) {
        return new By(visit.person().id(), visit.now());
    }
}
