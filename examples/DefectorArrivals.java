/** Placeholder. */
public final class DefectorArrivals {
  private DefectorArrivals() {}

  /** Runs. */
  public static void main(String[] args) {}
}
