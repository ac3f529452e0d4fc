package io.countersign.designer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Small drawings of our own, 16 by 16, in lines of one colour: they stand in the corner of a task. */
enum Icon {
    /** Advice: a lamp. */
    ADVICE("M8 2a4 4 0 0 0-2 7.5V11h4V9.5A4 4 0 0 0 8 2M6.5 13.5h3"),
    /** Assessment: scales. */
    SCALES("M8 2v12M5 14h6M3 4h10M3 4 1.5 9h3zM13 4l-1.5 5h3z"),
    /** One approval: a tick. */
    TICK("M2.5 8.5 6.5 12.5 13.5 4"),
    /** Two approvals: two ticks. */
    TICKS("M1.5 9 4.5 12 10 5M7 11l1.5 1.5L14.5 5"),
    /** Escalation: a bell. */
    BELL("M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5h-11zM7 14.5h2"),
    /** Expiry: an hourglass. */
    HOURGLASS("M4 2h8M4 14h8M5 2c0 5 6 7 6 12M11 2c0 5-6 7-6 12"),
    /** Containment: a closed lock. */
    LOCK("M3.5 7.5h9v6.5h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"),
    /** Undo: an arrow back. */
    BACK("M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6"),
    /** By hand: a hand. */
    HAND("M5 14 2.5 9.5l1-.5L5 10.5V4h1.5v4V2.5H8V8V3h1.5v5V4.5H11V11l-1 3z"),
    /** An outcome that is not clear: a question mark. */
    QUESTION("M5.5 5.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.7M8 12.5v.5"),
    /** Verification: a lens. */
    LENS("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5 14 14"),
    /** Review: an eye. */
    EYE("M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4"),
    /** Release: an open lock. */
    UNLOCK("M3.5 7.5h9v6.5h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1"),
    /** Keep: a pin. */
    PIN("M6 2h4l-.5 5 2 2.5h-7l2-2.5zM8 9.5V14"),
    /** Lease: a clock. */
    CLOCK("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.5V8l2.5 1.5"),
    /** A playbook: an open book. */
    BOOK("M8 4C6 2.5 3.5 2.5 2 3v10c1.5-.5 4-.5 6 1 2-1.5 4.5-1.5 6-1V3c-1.5-.5-4-.5-6 1zM8 4v10");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    String uri() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' width='16' height='16' fill='none' stroke='#24506e' stroke-width='1.3'"
                + " stroke-linejoin='round' stroke-linecap='round'><path d='" + path + "'/></svg>";
        return "data:image/svg+xml," + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
