package uk.referralline.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import uk.referralline.recording.Deletion.RecordingStore;
import uk.referralline.recording.RecordingSid;

/** Recordings at Twilio. Each method makes one request. */
public final class TwilioRecordings implements RecordingStore {
    private static final int NOT_FOUND = 404;

    private final TwilioRestClient client;

    public TwilioRecordings(RestAccount account) {
        this.client = OneTryClient.of(account, OneTryClient.Patience.USUAL);
    }

    /** One that is not there any more is as good as deleted. */
    @Override
    public boolean delete(RecordingSid sid) {
        try {
            return Recording.deleter(sid.value()).delete(client);
        } catch (ApiException answer) {
            return Integer.valueOf(NOT_FOUND).equals(answer.getStatusCode());
        } catch (TwilioException unclear) {
            return false;
        }
    }
}
