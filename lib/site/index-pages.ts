/**
 * The code of the CloudFront Function in front of the site: the bucket has no folders, so `/terms/` is the object
 * `/terms/index.html`, and `/terms` is sent to `/terms/`, where relative links of the page work.
 */
export const indexPages = `
function handler(event) {
  var request = event.request;
  var name = request.uri.split('/').pop();
  if (name === '') {
    request.uri += 'index.html';
    return request;
  }
  if (name.indexOf('.') !== -1) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: request.uri + '/' } },
  };
}
`;
