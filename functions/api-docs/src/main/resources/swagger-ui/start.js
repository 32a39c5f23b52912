// A key for one intent. Not randomUUID: a page that came over plain HTTP has none.
const freshKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

// The token stays in this page's memory: nothing is stored in the browser. No validator is asked, nothing leaves the origin.
window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayOperationId: true,
  docExpansion: 'none',
  filter: true,
  persistAuthorization: false,
  queryConfigEnabled: false,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (request.headers?.['Idempotency-Key'] === 'new') {
      request.headers['Idempotency-Key'] = freshKey();
    }
    return request;
  },
});
