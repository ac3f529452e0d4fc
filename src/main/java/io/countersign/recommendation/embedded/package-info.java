/** The recommender that ships: fixed knowledge, the same advice for the same case, and no network; it never reads free text for meaning. */
package io.countersign.recommendation.embedded;
