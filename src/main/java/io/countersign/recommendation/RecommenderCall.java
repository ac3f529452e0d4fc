package io.countersign.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the chosen recommender in a thread that can be left behind: whatever it does there, the caller gets an answer in time. */
@Component
class RecommenderCall implements DisposableBean {

    static final int LONGEST_OUTPUT = 256 * 1024;
    private static final int KEPT_OF_TOO_LONG = 1024;
    private static final Logger log = LoggerFactory.getLogger(RecommenderCall.class);

    private final Recommender recommender;
    private final Duration timeLimit;
    private final ThreadPoolExecutor threads;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    RecommenderCall(List<Recommender> recommenders, RecommendationSettings settings) {
        this.recommender = chosen(recommenders, settings.recommender());
        this.timeLimit = settings.timeLimit();
        this.threads = new ThreadPoolExecutor(0, settings.atOnce(), 1, TimeUnit.MINUTES, new SynchronousQueue<>(), RecommenderCall::thread);
    }

    private static Recommender chosen(List<Recommender> recommenders, String name) {
        List<Recommender> named = recommenders.stream().filter(candidate -> candidate.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new IllegalStateException("countersign.recommendation.recommender is '" + name + "', which " + named.size()
                    + " recommenders have; there are " + recommenders.stream().map(Recommender::name).sorted().toList() + ". Name one of them and start again");
        }
        return named.get(0);
    }

    Recommender recommender() {
        return recommender;
    }

    Heard ask(JsonNode input) {
        try {
            Future<Heard> answer = threads.submit(() -> hear(input));
            try {
                return answer.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                return new Heard.Nothing("The recommender did not answer within " + timeLimit, "");
            } finally {
                answer.cancel(true);
            }
        } catch (RejectedExecutionException busy) {
            return new Heard.Nothing("As many recommenders as allowed are at work already", "");
        } catch (ExecutionException failed) {
            log.warn("recommender.failed recommender={}", recommender.name(), failed.getCause());
            return new Heard.Nothing("The recommender failed: " + failed.getCause().getClass().getSimpleName(), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Heard.Nothing("Countersign is stopping", "");
        }
    }

    /** What is checked is what is kept: the answer is written down and read again, so nothing but plain JSON gets through. */
    private Heard hear(JsonNode input) throws JsonProcessingException {
        String text = String.valueOf(recommender.recommend(input.deepCopy()));
        if (text.length() > LONGEST_OUTPUT) {
            return new Heard.Nothing("The output has " + text.length() + " characters; at most " + LONGEST_OUTPUT + " are read",
                    text.substring(0, KEPT_OF_TOO_LONG));
        }
        return new Heard.Output(json.readTree(text), text);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "recommender");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
