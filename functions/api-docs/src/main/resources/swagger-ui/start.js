const DAY_MS = 86_400_000;
const DATE_OR_TIME = /^(\d{4}-\d{2}-\d{2})(T.+)?$/;

// A key for one intent. Not randomUUID: a page that came over plain HTTP has none.
const freshKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

// The document's examples happen on a day that it names. Here they happen today: each of their dates and times moves by the same
// whole days, so a deadline lies ahead whenever the page is opened.
const happeningToday = (text) => {
  const moved = Math.floor(Date.now() / DAY_MS) * DAY_MS - Date.parse(JSON.parse(text)['x-example-day']);
  return JSON.stringify(
    JSON.parse(text, (name, value) => {
      const [, day, time = ''] = (typeof value === 'string' && DATE_OR_TIME.exec(value)) || [];
      return day ? new Date(Date.parse(day) + moved).toISOString().slice(0, 10) + time : value;
    }),
  );
};

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
    if (request.loadSpec) {
      request.responseInterceptor = (response) => {
        if (response.ok) {
          response.text = happeningToday(response.text);
        }
        return response;
      };
    }
    if (request.headers?.['Idempotency-Key'] === 'new') {
      request.headers['Idempotency-Key'] = freshKey();
    }
    return request;
  },
});
