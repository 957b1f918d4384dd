/** Left messages. The provider's recording callback decides what they are; the call only says that one was made. */
package uk.referralline.recording;
