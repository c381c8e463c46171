"""Signs letters with pyHanko in the ways that other programs' files come in: sound ones, and one that isn't (bad-).

usage: make.py FOLDER [LETTER]   (LETTER: a letter of khitab's, to be signed too)
It writes root.pem and time, the time of verifying, beside the files, and prints what pyHanko says of each.
"""
import asyncio, datetime, io, sys, logging
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID, ExtendedKeyUsageOID
from asn1crypto import x509 as ax509, keys as akeys, crl as acrl, pem
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.sign import signers, fields, timestamps
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper, PdfSigner, PdfSignatureMetadata
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
logging.disable(logging.CRITICAL)
out = sys.argv[1]
NOW = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
START, END = datetime.datetime(2026, 1, 1), datetime.datetime(2031, 1, 1)

def name(cn): return x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, 'Foreign'), x509.NameAttribute(NameOID.COMMON_NAME, cn)])
def cert(cn, key, issuer=None, issuer_key=None, ca=False, eku=None, serial=1):
    b = (x509.CertificateBuilder().subject_name(name(cn)).issuer_name(issuer.subject if issuer else name(cn)).public_key(key.public_key())
         .serial_number(serial).not_valid_before(START).not_valid_after(END)
         .add_extension(x509.BasicConstraints(ca, None), True)
         .add_extension(x509.KeyUsage(not ca, not ca and eku is None, False, False, False, ca, ca, False, False), True)
         .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
         .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer_key or key).public_key()), False))
    if eku: b = b.add_extension(x509.ExtendedKeyUsage([eku]), True)
    return b.sign(issuer_key or key, hashes.SHA256())
def a(c): return ax509.Certificate.load(c.public_bytes(serialization.Encoding.DER))
def k(key): return akeys.PrivateKeyInfo.load(key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
rk, ik = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2)); tk = rsa.generate_private_key(65537, 3072)
root = cert('Root', rk, ca=True, serial=1)
inter = cert('Issuer', ik, root, rk, ca=True, serial=2)
tsa = cert('Clock', tk, inter, ik, eku=ExtendedKeyUsageOID.TIME_STAMPING, serial=3)
def crl(issuer, key):
    return acrl.CertificateList.load((x509.CertificateRevocationListBuilder().issuer_name(issuer.subject)
        .last_update(NOW.replace(tzinfo=None) - datetime.timedelta(minutes=5)).next_update(NOW.replace(tzinfo=None) + datetime.timedelta(days=7))
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), False).add_extension(x509.CRLNumber(1), False)
        .sign(key, hashes.SHA256())).public_bytes(serialization.Encoding.DER))
crls = [crl(root, rk), crl(inter, ik)]
store = SimpleCertificateStore(); store.register_multiple([a(inter), a(root)])
def signer(cn, key, serial, pss=False):
    c = cert(cn, key, inter, ik, serial=serial)
    return signers.SimpleSigner(signing_cert=a(c), signing_key=k(key), cert_registry=store, prefer_pss=pss)
alice = signer('Alice', ec.generate_private_key(ec.SECP256R1()), 11)
bob = signer('Bob', ec.generate_private_key(ec.SECP384R1()), 12)
carol = signer('Carol', rsa.generate_private_key(65537, 3072), 13)
dave = signer('Dave', rsa.generate_private_key(65537, 3072), 14, pss=True)
clock = timestamps.DummyTimeStamper(tsa_cert=a(tsa), tsa_key=k(tk), certs_to_embed=store, fixed_dt=NOW)
def vc(): return ValidationContext(trust_roots=[a(root)], crls=crls, other_certs=[a(inter)], allow_fetching=False, moment=NOW, revocation_mode='hard-fail')
open(out + '/time', 'w').write(str(int(NOW.timestamp()) + 10800)); open(out + '/root.pem', 'wb').write(root.public_bytes(serialization.Encoding.PEM))

def base(stream_xrefs=False, form=True, pages=1):
    w = PdfFileWriter(stream_xrefs=stream_xrefs)
    font = generic.DictionaryObject({generic.pdf_name('/Type'): generic.pdf_name('/Font'), generic.pdf_name('/Subtype'): generic.pdf_name('/Type1'), generic.pdf_name('/BaseFont'): generic.pdf_name('/Helvetica')})
    fref = w.add_object(font)
    for i in range(pages):
        from pyhanko.pdf_utils.writer import PageObject
        s = generic.StreamObject(stream_data=b'BT /F 12 Tf 72 700 Td (Letter %d) Tj ET' % i)
        page = PageObject(contents=w.add_object(s), media_box=(0, 0, 595, 842), resources=generic.DictionaryObject({generic.pdf_name('/Font'): generic.DictionaryObject({generic.pdf_name('/F'): fref})}))
        ref = w.insert_page(page)
    if form:
        for n, y in (('Sig1', 50), ('Sig2', 120)):
            fields.append_signature_field(w, fields.SigFieldSpec(n, on_page=0, box=(50, y, 250, y + 50)))
        ap = w.add_object(generic.StreamObject(dict_data={generic.pdf_name('/Type'): generic.pdf_name('/XObject'), generic.pdf_name('/Subtype'): generic.pdf_name('/Form'), generic.pdf_name('/BBox'): generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 20)))}, stream_data=b''))
        tx = generic.DictionaryObject({generic.pdf_name('/' + key): v for key, v in {'Type': generic.pdf_name('/Annot'), 'Subtype': generic.pdf_name('/Widget'), 'FT': generic.pdf_name('/Tx'), 'T': generic.pdf_string('Note'), 'Rect': generic.ArrayObject(map(generic.NumberObject, (50, 300, 350, 320))), 'F': generic.NumberObject(4), 'P': ref, 'AP': generic.DictionaryObject({generic.pdf_name('/N'): ap}), 'DA': generic.pdf_string('/F 12 Tf')}.items()})
        tref = w.add_object(tx)
        w.root['/AcroForm']['/Fields'].append(tref)
        w.register_annotation(w.find_page_for_modification(0)[0], tref)
    b = io.BytesIO(); w.write(b); return b.getvalue()
def inc(data): return IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
def sign(data, who, field='Sig1', **meta):
    spec = meta.pop('spec', None); ts = meta.pop('ts', None); style = meta.pop('style', None)
    w = inc(data)
    o = signers.PdfSigner(PdfSignatureMetadata(field_name=field, md_algorithm=meta.pop('md', 'sha256'), **meta), signer=who, timestamper=ts, new_field_spec=spec, stamp_style=style).sign_pdf(w)
    return o.getvalue()
PADES = fields.SigSeedSubFilter.PADES
def pades(data, who, level, field='Sig1', **m):
    if level == 'B': return sign(data, who, field, subfilter=PADES, **m)
    if level == 'T': return sign(data, who, field, subfilter=PADES, ts=clock, **m)
    return sign(data, who, field, subfilter=PADES, ts=clock, embed_validation_info=True, validation_context=vc(), use_pades_lta=level == 'LTA', **m)
def fill(data, text):
    w = inc(data)
    for ref in w.root['/AcroForm']['/Fields']:
        f = ref.get_object()
        if f['/T'] == 'Note':
            f['/V'] = generic.pdf_string(text)
            ap = w.add_object(generic.StreamObject(dict_data={generic.pdf_name('/Type'): generic.pdf_name('/XObject'), generic.pdf_name('/Subtype'): generic.pdf_name('/Form'), generic.pdf_name('/BBox'): generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 20)))}, stream_data=b'BT (x) Tj ET'))
            f['/AP'] = generic.DictionaryObject({generic.pdf_name('/N'): ap})
            w.mark_update(ref)
    b = io.BytesIO(); w.write(b); return b.getvalue()
def renew(data):
    b = io.BytesIO(data)
    later = timestamps.DummyTimeStamper(tsa_cert=a(tsa), tsa_key=k(tk), certs_to_embed=store, fixed_dt=NOW + datetime.timedelta(hours=2))
    r = PdfFileReader(b)
    ctx = ValidationContext(trust_roots=[a(root)], crls=crls, other_certs=[a(inter)], allow_fetching=False, moment=NOW + datetime.timedelta(hours=1))
    return PdfTimeStamper(timestamper=later).update_archival_timestamp_chain(r, ctx, in_place=False).getvalue()
def hybrid(data):
    """A file whose font stands in an object stream that only XRefStm leads to, like word processors write them."""
    objs = {1: b'<</Type/Catalog/Pages 2 0 R>>', 2: b'<</Type/Pages/Count 1/Kids[3 0 R]>>', 3: b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>', 4: b'<</Length 36>>\nstream\nBT /F 12 Tf 72 700 Td (Letter) Tj ET\nendstream'}
    o = b'%PDF-1.5\n%\xe2\xe3\xcf\xd3\n'; place = {}
    for n, t in objs.items():
        place[n] = len(o); o += b'%d 0 obj\n%s\nendobj\n' % (n, t)
    body = b'5 0 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
    place[6] = len(o); o += b'6 0 obj\n<</Type/ObjStm/N 1/First 4/Length %d>>\nstream\n%s\nendstream\nendobj\n' % (len(body), body)
    rows = b'\x02' + (6).to_bytes(4, 'big') + b'\0' + b'\x01' + place[6].to_bytes(4, 'big') + b'\0'
    xs = len(o); place[7] = xs
    o += b'7 0 obj\n<</Type/XRef/W[1 4 1]/Index[5 2]/Size 8/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\n' % (len(rows), rows)
    x = len(o)
    o += b'xref\n0 8\n0000000005 65535 f \n' + b''.join(b'%010d 00000 n \n' % place[n] for n in (1, 2, 3, 4)) + b'0000000006 00000 f \n0000000007 00000 f \n0000000000 00000 f \n'
    return o + b'trailer\n<</Size 8/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n' % (xs, x)

plain = base(); streams = base(stream_xrefs=True); bare = base(form=False)
CERT = dict(certify=True, docmdp_permissions=fields.MDPPerm.FILL_FORMS)
visible = lambda n, y: fields.SigFieldSpec(n, on_page=0, box=(50, y, 250, y + 50))
style = TextStampStyle(stamp_text='Signed by %(signer)s')
made = {}
def make(label, f):
    try: data = f()
    except Exception as e:
        print('NOT MADE', label, repr(e)[:200]); return
    made[label] = data; open(f'{out}/{label}.pdf', 'wb').write(data)
for base_name, data in (('table', plain), ('streams', streams)):
    for level in ('B', 'T', 'LT', 'LTA'):
        make(f'{base_name}-{level}', lambda: pades(data, alice, level))
    make(f'{base_name}-two', lambda: pades(pades(data, alice, 'LT'), bob, 'LTA', 'Sig2'))
    make(f'{base_name}-renewed', lambda: renew(pades(data, alice, 'LTA')))
    make(f'{base_name}-renewed-twice', lambda: renew(renew(pades(data, alice, 'LTA'))))
    make(f'{base_name}-certified-filled', lambda: pades(fill(pades(data, alice, 'LTA', **CERT), 'one'), bob, 'LT', 'Sig2'))
    make(f'{base_name}-filled-between', lambda: fill(pades(fill(pades(data, alice, 'LT', **CERT), 'one'), bob, 'LT', 'Sig2'), 'two'))
    make(f'{base_name}-look', lambda: pades(data, alice, 'LT', style=style))
    make(f'{base_name}-plain-cms', lambda: sign(data, carol, ts=clock, embed_validation_info=True, validation_context=vc()))
    make(f'{base_name}-new-hidden-fields', lambda: pades(pades(base(stream_xrefs=base_name == 'streams', form=False), alice, 'LT', 'A'), bob, 'LTA', 'B'))
    make(f'{base_name}-new-shown-fields', lambda: pades(pades(base(stream_xrefs=base_name == 'streams', form=False), alice, 'LT', 'A', spec=visible('A', 50), style=style), bob, 'LT', 'B', spec=visible('B', 150), style=style))
make('rsa-pss', lambda: pades(plain, dave, 'LT'))
make('rsa', lambda: pades(plain, carol, 'LTA'))
make('p384-sha512', lambda: pades(plain, bob, 'LT', md='sha512'))
make('three', lambda: pades(pades(pades(bare, alice, 'LT', 'A'), bob, 'LT', 'B'), carol, 'LTA', 'C'))
make('hybrid', lambda: pades(hybrid(None), alice, 'LT', 'A'))
make('hybrid-two', lambda: pades(pades(hybrid(None), alice, 'LT', 'A'), bob, 'LTA', 'B'))
make('locked', lambda: pades(pades(plain, alice, 'LT', 'Sig1', spec=None), bob, 'LT', 'X', spec=fields.SigFieldSpec('X', field_mdp_spec=fields.FieldMDPSpec(fields.FieldMDPAction.INCLUDE, fields=['Note']))))
make('bad-certified-new-shown', lambda: pades(pades(plain, alice, 'LT', **CERT), bob, 'LT', 'B', spec=visible('B', 150), style=style))
if len(sys.argv) > 2:
    letter = open(sys.argv[2], 'rb').read()
    make('letter', lambda: pades(letter, alice, 'LTA', 'Signature1', **CERT))
    make('letter-two', lambda: pades(pades(letter, alice, 'LT', 'Signature1', **CERT), bob, 'LTA', 'Signature2'))
import pyhanko.sign.validation as v
for label, data in made.items():
    r = PdfFileReader(io.BytesIO(data), strict=False)
    words = []
    for s in r.embedded_signatures:
        try: words.append(v.validate_pdf_signature(s, signer_validation_context=vc(), ts_validation_context=vc()).bottom_line)
        except Exception as e: words.append(repr(e)[:60])
    print(label, len(data), words)
