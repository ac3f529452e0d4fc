package io.countersign.action;

/** One thing an action is done to. {@code value} is its name in the incident, 1 to 512 characters without control characters. */
public record Target(TargetKind kind, String value) {

    public Target {
        if (kind == null || value == null || value.isBlank() || value.length() > 512 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A target needs a kind and a value of 1 to 512 printable characters");
        }
    }

    @Override
    public String toString() {
        return kind + " " + value;
    }
}
