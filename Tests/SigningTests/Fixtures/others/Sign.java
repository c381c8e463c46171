// Signs with iText 5.5.13 and Bouncy Castle 1.72; the other files are made by
// pdfsig -nssdir sql:nss -sign Sig1 [-etsi] -nick erin base.pdf signed.pdf (poppler 22.12).
// erin.p12, the lists and the unsigned files are made like those of ../pyhanko/make.py.
import com.itextpdf.text.*; import com.itextpdf.text.pdf.*; import com.itextpdf.text.pdf.security.*;
import java.io.*; import java.security.*; import java.security.cert.Certificate;
public class Sign {
  static PrivateKey key; static Certificate[] chain;
  static void sign(String in, String out, String field, MakeSignature.CryptoStandard std, boolean append, Rectangle box, int cert, boolean crl) throws Exception {
    PdfReader r = new PdfReader(in);
    PdfStamper s = PdfStamper.createSignature(r, new FileOutputStream(out), '\0', null, append);
    PdfSignatureAppearance a = s.getSignatureAppearance();
    a.setReason("test");
    if (box != null) a.setVisibleSignature(box, 1, field); else if (field != null) { if (r.getAcroFields().getFieldItem(field) != null) a.setVisibleSignature(field); }
    if (cert > 0) a.setCertificationLevel(cert);
    java.util.List<CrlClient> crls = null;
    if (crl) { crls = new java.util.ArrayList<CrlClient>(); for (String n : new String[]{"crl0.der","crl1.der"}) crls.add(new CrlClientOffline(java.nio.file.Files.readAllBytes(new File(n).toPath()))); }
    MakeSignature.signDetached(a, new BouncyCastleDigest(), new PrivateKeySignature(key, "SHA-256", "BC"), chain, crls, null, null, 0, std);
  }
  public static void main(String[] x) throws Exception {
    Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
    KeyStore ks = KeyStore.getInstance("PKCS12"); ks.load(new FileInputStream("erin.p12"), "secret".toCharArray());
    String al = ks.aliases().nextElement(); key = (PrivateKey) ks.getKey(al, "secret".toCharArray()); chain = ks.getCertificateChain(al);
    MakeSignature.CryptoStandard C = MakeSignature.CryptoStandard.CADES, P = MakeSignature.CryptoStandard.CMS;
    sign("base.pdf", "it-cades.pdf", "Sig1", C, true, null, 0, false);
    sign("base.pdf", "it-cms-crl.pdf", "Sig1", P, true, null, 0, true);
    sign("bases.pdf", "it-streams-cms-crl.pdf", "Sig1", P, true, null, 0, true);
    sign("bare.pdf", "it-rewritten.pdf", "A", P, false, new Rectangle(50, 50, 250, 100), PdfSignatureAppearance.CERTIFIED_FORM_FILLING, true);
    sign("it-cms-crl.pdf", "it-two.pdf", "Sig2", P, true, null, 0, true);
    sign("it-cms-crl.pdf", "it-two-shown.pdf", "B", P, true, new Rectangle(300, 50, 500, 100), 0, true);
    sign("bare.pdf", "it-hidden.pdf", null, C, true, null, 0, true);
  }
}
