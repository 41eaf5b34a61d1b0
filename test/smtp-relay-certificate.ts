/**
 * A certificate nobody has signed, for mail.elsewhere.example, until 2126; its key guards nothing. Made with
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 …`.
 */
export const relayCertificate = `-----BEGIN CERTIFICATE-----
MIIBvTCCAWKgAwIBAgIUc34s8NJaL4uKCWnChlCCkRR5RhEwCgYIKoZIzj0EAwIw
ITEfMB0GA1UEAwwWbWFpbC5lbHNld2hlcmUuZXhhbXBsZTAgFw0yNjExMjIyMTQy
MjhaGA8yMTI2MTAyOTIxNDIyOFowITEfMB0GA1UEAwwWbWFpbC5lbHNld2hlcmUu
ZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLRDJ6gJkgeYo1n4Aeyg
rhz7ZRjQ1KePWtkGKxgdU0miPQIoSBzpgdhectf3qvRYC3/hM1Fuxf9Jw1lRGAon
OJyjdjB0MB0GA1UdDgQWBBTYaSDU7jRF5BfxDC9MsGknu+/iqzAfBgNVHSMEGDAW
gBTYaSDU7jRF5BfxDC9MsGknu+/iqzAPBgNVHRMBAf8EBTADAQH/MCEGA1UdEQQa
MBiCFm1haWwuZWxzZXdoZXJlLmV4YW1wbGUwCgYIKoZIzj0EAwIDSQAwRgIhAMJX
l+ph/RiggE/8UoR7a2iYt2swgCworJOQ0+xEiMe5AiEAlxBxjWo98kRGHlmdh+wR
4ODxcgmOoQ44x8TucFax79o=
-----END CERTIFICATE-----
`

export const relayKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgMyyJQulyumdS3Svz
A/ijeX+k3mHGm0jginQiiL+r9UyhRANCAAS0QyeoCZIHmKNZ+AHsoK4c+2UY0NSn
j1rZBisYHVNJoj0CKEgc6YHYXnLX96r0WAt/4TNRbsX/ScNZURgKJzic
-----END PRIVATE KEY-----
`
