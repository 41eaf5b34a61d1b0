import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'

/** Requests of an upload without cookies: an XMLHttpRequest to our own site always sends them. */
export const unnamedRequests: HttpStack = {
  createRequest: (method, url) => new UnnamedRequest(method, url),
  getName: () => 'unnamed',
}

class UnnamedRequest implements HttpRequest {
  readonly #method: string
  readonly #url: string
  readonly #headers = new Headers()
  readonly #stop = new AbortController()
  #tell: (bytesSent: number) => void = () => {}

  constructor(method: string, url: string) {
    this.#method = method
    this.#url = url
  }

  getMethod() {
    return this.#method
  }
  getURL() {
    return this.#url
  }
  setHeader(name: string, value: string) {
    this.#headers.set(name, value)
  }
  getHeader(name: string) {
    return this.#headers.get(name) ?? undefined
  }
  setProgressHandler(tell: (bytesSent: number) => void) {
    this.#tell = tell
  }
  getUnderlyingObject() {
    return this
  }
  abort() {
    this.#stop.abort()
    return Promise.resolve()
  }

  async send(body: Blob | null | undefined): Promise<HttpResponse> {
    const response = await fetch(this.#url, {
      method: this.#method,
      headers: this.#headers,
      body: body ?? null,
      credentials: 'omit',
      signal: this.#stop.signal,
    })
    // fetch does not say how far it is: a piece counts when all of it is there.
    this.#tell(body?.size ?? 0)
    const text = await response.text()
    return {
      getStatus: () => response.status,
      getHeader: (name) => response.headers.get(name) ?? undefined,
      getBody: () => text,
      getUnderlyingObject: () => response,
    }
  }
}
