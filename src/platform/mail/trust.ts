/**
 * How a TLS connection judges a certificate: by the usual authorities and its name; with one that an administrator has looked
 * at and accepted (PEM), by that very one and no other.
 */
export function trusting(accepted: string) {
  if (accepted === '') return {}
  return {
    tls: { ca: accepted, allowPartialTrustChain: true, checkServerIdentity: () => undefined },
  }
}
