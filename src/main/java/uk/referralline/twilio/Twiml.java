package uk.referralline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import java.util.List;
import uk.referralline.call.Leg;
import uk.referralline.call.Spoken;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;
import uk.referralline.number.PhoneNumber;

/**
 * Turns what the line says into TwiML. Every document ends in a verb that leads on, and every Gather and Record names its
 * action and is followed by a Redirect, so that no fall-through ends the call in silence.
 */
public final class Twiml {
    private static final int WHISPERS = 2;
    private static final int SECONDS_TO_TAKE = 5;

    private final TwilioUrls urls;
    private final PhoneNumber line;
    private final Speech speech;

    /** @param line the line's own number, which is all that an advocate's phone shows of a caller */
    public Twiml(TwilioUrls urls, PhoneNumber line) {
        this.urls = urls;
        this.line = line;
        this.speech = new Speech(urls);
    }

    /** A whole document, UTF-8. */
    public String of(Spoken spoken) {
        var response = new VoiceResponse.Builder();
        List<Saying> sayings = spoken.sayings();
        // Nobody can press a key into a recording, so only a Gather lets its words be cut short.
        int before = spoken.next() instanceof Next.Gather ? firm(sayings) : sayings.size();
        sayings.subList(0, before).forEach(saying -> speech.add(saying, response::say, response::play));
        spoken.next().match(new Verbs(response, spoken, sayings.subList(before, sayings.size())));
        return response.build().toXml();
    }

    /** How many of the first words must be heard to their end. */
    private static int firm(List<Saying> sayings) {
        int firm = sayings.size();
        while (firm > 0 && !sayings.get(firm - 1).firm()) {
            firm--;
        }
        return firm;
    }

    /** Words of ours in English where no script can be run, and then on. @param failures how many there were in a row */
    public String sorry(List<String> sentences, int failures) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(Speech.plain(text)));
        return response.redirect(redirect(urls.resume(failures))).build().toXml();
    }

    /** Words of ours in English, and the end of the call. */
    public String farewell(List<String> sentences) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(Speech.plain(text)));
        return response.hangup(new Hangup.Builder().build()).build().toXml();
    }

    /** What whoever picks up hears, twice; only a key leads on from it, to {@link TwilioUrls#take}. */
    public String whisper(Saying saying, Leg leg) {
        var response = new VoiceResponse.Builder();
        for (int once = 0; once < WHISPERS; once++) {
            var gather = new Gather.Builder()
                    .inputs(Gather.Input.DTMF)
                    .action(urls.take(leg))
                    .method(HttpMethod.POST)
                    .timeout(SECONDS_TO_TAKE)
                    .numDigits(1)
                    .finishOnKey("");
            speech.add(saying, gather::say, gather::play);
            response.gather(gather.build());
        }
        return response.hangup(new Hangup.Builder().build()).build().toXml();
    }

    /** An end of a whisper's document: the two are put through. */
    public String putThrough() {
        return new VoiceResponse.Builder().build().toXml();
    }

    private static Redirect redirect(String url) {
        return new Redirect.Builder(url).method(HttpMethod.POST).build();
    }

    /** What follows the words, one way for each {@link Next}. */
    private final class Verbs implements Next.Cases<VoiceResponse.Builder> {
        private final VoiceResponse.Builder response;
        private final Spoken spoken;
        private final String turnUrl;
        private final List<Saying> sayings;

        Verbs(VoiceResponse.Builder response, Spoken spoken, List<Saying> sayings) {
            this.response = response;
            this.spoken = spoken;
            this.turnUrl = urls.turn(spoken.turn());
            this.sayings = sayings;
        }

        @Override
        public VoiceResponse.Builder gather(Next.Gather next) {
            var gather = new Gather.Builder()
                    .inputs(Gather.Input.DTMF)
                    .action(turnUrl)
                    .method(HttpMethod.POST)
                    .timeout((int) next.timeout().toSeconds())
                    .actionOnEmptyResult(true);
            if (next.keys() > 0) {
                // One key may be a hash or a star too, so nothing ends it but the key itself.
                gather.numDigits(next.keys()).finishOnKey("");
            } else {
                gather.finishOnKey("#");
            }
            sayings.forEach(saying -> speech.add(saying, gather::say, gather::play));
            return response.gather(gather.build()).redirect(redirect(turnUrl));
        }

        @Override
        public VoiceResponse.Builder record(Next.Record next) {
            var record = new Record.Builder()
                    .action(turnUrl)
                    .method(HttpMethod.POST)
                    .timeout((int) next.silence().toSeconds())
                    .finishOnKey("#")
                    .maxLength((int) next.longest().toSeconds())
                    .trim(Record.Trim.DO_NOT_TRIM)
                    .playBeep(true)
                    .recordingStatusCallback(urls.recording())
                    .recordingStatusCallbackEvents(
                            List.of(Record.RecordingEvent.COMPLETED, Record.RecordingEvent.ABSENT));
            // A silent Record does not call its action but falls through to this.
            return response.record(record.build()).redirect(redirect(turnUrl));
        }

        @Override
        public VoiceResponse.Builder transfer(Next.Transfer next) {
            List<PhoneNumber> phones = spoken.ringing().phones();
            if (phones.isEmpty()) {
                return response.redirect(redirect(turnUrl));
            }
            var dial = new Dial.Builder()
                    .action(turnUrl)
                    .method(HttpMethod.POST)
                    .timeout((int) next.ring().toSeconds())
                    .timeLimit((int) Next.Transfer.LONGEST.toSeconds())
                    .callerId(line.e164())
                    // Without it the caller would hear silence while an advocate hears the whisper.
                    .answerOnBridge(true)
                    .ringTone(Dial.RingTone.UK)
                    .record(Dial.Record.DO_NOT_RECORD);
            for (int phone = 0; phone < phones.size(); phone++) {
                var leg = new Leg(spoken.ringing().call(), spoken.turn(), phone);
                dial.number(new Number.Builder(phones.get(phone).e164())
                        .url(urls.whisper(leg))
                        .method(HttpMethod.POST)
                        .build());
            }
            return response.dial(dial.build()).redirect(redirect(turnUrl));
        }

        @Override
        public VoiceResponse.Builder hangUp(Next.HangUp next) {
            return response.hangup(new Hangup.Builder().build());
        }
    }
}
