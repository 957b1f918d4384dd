package uk.referralline.call;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Input.TransferEnded.Outcome;
import uk.referralline.ivr.Next;
import uk.referralline.number.PhoneNumber;

/**
 * The phones that ring for a call, and what became of them so far. It is kept with the call's state, under names that no
 * script can have.
 *
 * @param pickedUp by their places in {@code phones}: they heard the whisper
 * @param takenBy the call leg on which the call was taken
 */
record Ring(List<PhoneNumber> phones, Set<Integer> pickedUp, Optional<CallSid> takenBy) {
    private static final String PHONES = "(phones)";
    private static final String PICKED_UP = "(picked-up)";
    private static final String TAKEN_BY = "(taken-by)";
    private static final String BETWEEN = " ";

    Ring {
        phones = List.copyOf(phones);
        pickedUp = Set.copyOf(pickedUp);
    }

    private static Ring begun(List<PhoneNumber> phones) {
        return new Ring(phones, Set.of(), Optional.empty());
    }

    /** The ring that a call's state tells of; without phones when nothing rings. */
    static Ring of(CallState state) {
        return new Ring(
                words(state, PHONES).stream().map(PhoneNumber::new).toList(),
                words(state, PICKED_UP).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                words(state, TAKEN_BY).stream().map(CallSid::new).findFirst());
    }

    private static List<String> words(CallState state, String name) {
        return Arrays.stream(state.answer(name).orElse("").split(BETWEEN))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What is kept with the state. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put(PHONES, joined(phones.stream().map(PhoneNumber::e164).toList()));
        facts.put(
                PICKED_UP,
                joined(new TreeSet<>(pickedUp).stream().map(String::valueOf).toList()));
        facts.put(TAKEN_BY, takenBy.map(CallSid::value).orElse(""));
        return facts;
    }

    private static String joined(List<String> words) {
        return String.join(BETWEEN, words);
    }

    Ring pickedUp(int phone) {
        Set<Integer> more = new TreeSet<>(pickedUp);
        more.add(phone);
        return new Ring(phones, more, takenBy);
    }

    Ring takenBy(CallSid leg) {
        return new Ring(phones, pickedUp, Optional.of(leg));
    }

    boolean has(int phone) {
        return phone >= 0 && phone < phones.size();
    }

    private List<PhoneNumber> rest() {
        return IntStream.range(0, phones.size())
                .filter(place -> !pickedUp.contains(place))
                .mapToObj(phones::get)
                .toList();
    }

    /**
     * What the provider tells of a transfer, set right by what we know: only a call that was taken by a key was taken, and
     * whoever has not picked up yet is left to ring.
     */
    Input settled(Input told) {
        if (!(told instanceof Input.TransferEnded ended)) {
            return told;
        }
        boolean talked = ended.outcome() == Outcome.TALKED;
        if (takenBy.isPresent() || talked) {
            boolean taken = takenBy.isPresent() && talked;
            return new Input.TransferEnded(taken ? Outcome.TALKED : Outcome.NOT_ANSWERED);
        }
        boolean others = ended.outcome() == Outcome.DECLINED && !rest().isEmpty();
        return others ? new Input.TransferEnded(Outcome.OTHERS_LEFT) : told;
    }

    /** What is kept of the ring after a turn: of those who are left, of everybody on duty, or of nobody. */
    Map<String, String> after(Input settled, Next next, List<PhoneNumber> duty) {
        if (!(next instanceof Next.Transfer)) {
            return phones.isEmpty() ? Map.of() : begun(List.of()).facts();
        }
        boolean again = settled instanceof Input.TransferEnded ended && ended.outcome() == Outcome.OTHERS_LEFT;
        return begun(again ? rest() : duty).facts();
    }

    /** Never prints a number in full. */
    @Override
    public String toString() {
        return "Ring[%d phones, picked up %s, taken by %s]".formatted(phones.size(), pickedUp, takenBy);
    }
}
