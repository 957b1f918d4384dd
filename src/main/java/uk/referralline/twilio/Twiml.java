package uk.referralline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import java.util.List;
import uk.referralline.call.Spoken;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;

/**
 * Turns what the line says into TwiML. Every document ends in a verb that leads on, and every Gather and Record names its
 * action and is followed by a Redirect, so that no fall-through ends the call in silence.
 */
public final class Twiml {
    private final TwilioUrls urls;
    private final Speech speech;

    public Twiml(TwilioUrls urls) {
        this.urls = urls;
        this.speech = new Speech(urls);
    }

    /** A whole document, UTF-8. */
    public String of(Spoken spoken) {
        var response = new VoiceResponse.Builder();
        List<Saying> sayings = spoken.sayings();
        // Nobody can press a key into a recording, so only a Gather lets its words be cut short.
        int before = spoken.next() instanceof Next.Gather ? firm(sayings) : sayings.size();
        sayings.subList(0, before).forEach(saying -> speech.add(saying, response::say, response::play));
        spoken.next().match(new Verbs(response, spoken.turn(), sayings.subList(before, sayings.size())));
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

    /** Words of ours in English where no script can be run, and then on to an address of ours. */
    public String sorry(List<String> sentences, String thenTo) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(Speech.plain(text)));
        return response.redirect(redirect(thenTo)).build().toXml();
    }

    /** Words of ours in English, and the end of the call. */
    public String farewell(List<String> sentences) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(Speech.plain(text)));
        return response.hangup(new Hangup.Builder().build()).build().toXml();
    }

    private static Redirect redirect(String url) {
        return new Redirect.Builder(url).method(HttpMethod.POST).build();
    }

    /** What follows the words, one way for each {@link Next}. */
    private final class Verbs implements Next.Cases<VoiceResponse.Builder> {
        private final VoiceResponse.Builder response;
        private final String turnUrl;
        private final List<Saying> sayings;

        Verbs(VoiceResponse.Builder response, int turn, List<Saying> sayings) {
            this.response = response;
            this.turnUrl = urls.turn(turn);
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
        public VoiceResponse.Builder hangUp(Next.HangUp next) {
            return response.hangup(new Hangup.Builder().build());
        }
    }
}
