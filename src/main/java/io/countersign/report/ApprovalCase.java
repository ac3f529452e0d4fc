package io.countersign.report;

/**
 * What an approver needs for one decision.
 *
 * @param ask    the question, with what was said so far
 * @param action the request it is about; {@code action.assessment().canonical()} is the very text whose digest is decided on
 * @param file   the run it belongs to
 * @param whyNot why this reader may not decide, in words for them; null if they may
 */
public record ApprovalCase(ApprovalAsk ask, ActionCase action, CaseFile file, String whyNot) {
}
