package app.pitot.ui.settings;

/** A certificate of nobody, made for tests; its private key was thrown away. */
final class Pem {
    static final String SELF_SIGNED = """
            -----BEGIN CERTIFICATE-----
            MIIBhzCCAS2gAwIBAgIUYXtiRDXTkgj77hsS2PXiAwz8etEwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwHhcNMjYxMTI2MTYzOTQ1WhcNMzYx
            MTIzMTYzOTQ1WjAZMRcwFQYDVQQDDA5UZXN0IGF1dGhvcml0eTBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABDXDYrGXQ/UVRSNmezJFAeW8b00R1/E9wtrMcGMkYDod
            FNFH/IPcPcOn2LJ6g7tswExMp+k6xNu0VmZINfcrZLejUzBRMB0GA1UdDgQWBBQq
            MsrukO5wmYS27bDUj6TWJr1MEzAfBgNVHSMEGDAWgBQqMsrukO5wmYS27bDUj6TW
            Jr1MEzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIHSNHYELHbbI
            YASyQrYbmGmlD//Pi5k5N6r6KGK33Yh1AiEAow5Thgm+BBrEC+L4alGliX/3Je1t
            YNfejZwR1EP3h+U=
            -----END CERTIFICATE-----
            """;

    private Pem() {}
}
