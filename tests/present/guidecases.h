// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header.h"

#include <QByteArray>

/// A response, the row of the guide that explains it, what the service said in it, and the places that it named.
struct GuideCase
{
    const char *name;
    int status;
    const char *headers; ///< `Name: value` lines. Without a Content-Type, application/json is put before.
    const char *body;
    const char *id;
    const char *said = "";
    const char *places = ""; ///< JSON pointers, blanks between.
};

// Bodies as Graph, workloads behind it, sign-in services, gateways and portals have been seen to send them.
inline constexpr GuideCase guideCases[] = {
    {"created", 201, "", R"({"id":"1"})", ""},
    {"accepted", 202, "", R"({"id":"1"})", ""},
    {"portal", 200, "Content-Type: text/html", "<!DOCTYPE html><title>Welcome to the hotel</title>", "success-page"},
    {"portal that says JSON", 200, "", " \n<HTML>sign in", "success-page"},
    {"error in a 200", 200, "", R"({"error":{"code":"generalException","message":"m"}})", "success-error",
     "generalException: m"},
    {"204", 204, "Content-Type: x/y", "", "no-session"},
    {"no body", 201, "", "", "no-body"},
    {"cut object", 201, "", R"({"id":)", "not-json"},
    {"plain text", 200, "Content-Type: text/plain", "OK", "not-json"},
    {"list", 200, "", R"([{"id":"1"}])", "not-an-object"},
    {"scalar", 201, "", "5", "not-an-object"},
    {"session as text", 201, "Content-Type: text/plain", R"({"id":"1"})", "not-json-type"},
    {"redirect to a portal", 302, "Content-Type: text/html\nLocation: http://login.hotel/", "<html>", "redirect"},
    {"permanent redirect", 308, "Location: https://graph.microsoft.us/v1.0/x", "", "redirect"},
    {"no route", 400, "",
     R"({"error":{"code":"No method match route template","message":"No OData route exists that match template ~/x )"
     R"(with http verb POST for request /x."}})",
     "no-route",
     "No method match route template: No OData route exists that match template ~/x with http verb POST for request "
     "/x."},
    {"no route, inside", 400, "",
     R"({"error":{"code":"BadRequest","innerError":{"code":"No method match route template"}}})", "no-route",
     "BadRequest, No method match route template"},
    {"docs sample", 400, "",
     R"({"error":{"code":"badRequest","message":"Uploaded fragment overlaps with existing data.","innerError":)"
     R"({"code":"invalidRange","request-id":"r","date":"2021-01-01T00:00:00"}}})",
     "bad-request", "badRequest, invalidRange: Uploaded fragment overlaps with existing data."},
    {"nested inner errors", 400, "",
     R"({"error":{"code":"BadRequest","message":"","innererror":{"code":"a","innerError":{"code":"b"}}}})",
     "bad-request", "BadRequest, b"},
    {"details by pointer", 400, "",
     R"({"error":{"code":"badRequest","message":"m","details":[{"code":"wrong-type","message":"x",)"
     R"("target":"/failureInfo/stage"},{"code":"missing-member","message":"y","target":"/endDateTime"}]}})",
     "bad-request", "badRequest: m", "/failureInfo/stage /endDateTime"},
    {"details by dots", 400, "",
     R"({"error":{"code":"badRequest","message":"m","target":"session","details":[{"target":"session.failureInfo"},)"
     R"({"target":"caller.userAgent.headerValue"},{"target":"elsewhere"}]}})",
     "bad-request", "badRequest: m", "/failureInfo /caller/userAgent/headerValue"},
    {"target of the error", 400, "", R"({"error":{"code":"InvalidInput","target":"StartDateTime"}})", "bad-request",
     "InvalidInput", "/startDateTime"},
    {"code empty", 400, "", R"({"error":{"code":"","message":"Malformed."}})", "bad-request", "Malformed."},
    {"error null", 400, "", R"({"error":null})", "bad-request"},
    {"error without members", 400, "", R"({"error":{}})", "bad-request"},
    {"error of wrong types", 400, "", R"({"error":{"code":400,"message":["m"],"details":{}}})", "bad-request"},
    {"problem details", 400, "Content-Type: application/problem+json", R"({"title":"Bad","status":400})",
     "bad-request"},
    {"no body at all", 400, "Content-Type: x/y", "", "bad-request"},
    {"Request_BadRequest", 400, "", R"({"error":{"code":"Request_BadRequest","message":"m"}})", "bad-request",
     "Request_BadRequest: m"},
    {"IIS page", 400, "Content-Type: text/html; charset=us-ascii", "<HTML><BODY>Bad Request - Invalid URL", "page"},
    {"oauth", 400, "", R"({"error":"invalid_request","error_description":"AADSTS900144: x"})", "oauth",
     "invalid_request: AADSTS900144: x"},
    {"oauth client", 401, "", R"({"error":"invalid_client","error_description":"AADSTS7000215: x"})", "oauth",
     "invalid_client: AADSTS7000215: x"},
    {"token refused", 401, "WWW-Authenticate: Bearer realm=\"\"",
     R"({"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired."}})", "token-refused",
     "InvalidAuthenticationToken: Access token has expired."},
    {"claims", 401, "WWW-Authenticate: Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"",
     R"({"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation"}})", "claims",
     "InvalidAuthenticationToken: Continuous access evaluation"},
    {"claims that are no base64", 401, "WWW-Authenticate: Bearer claims=\"{\"", R"({"error":{"code":"x"}})",
     "token-refused", "x"},
    {"401 without a body", 401, "", "", "token-refused"},
    {"payment", 402, "", R"({"error":{"code":"PaymentRequired","message":"m"}})", "payment", "PaymentRequired: m"},
    {"empty message", 403, "", R"({"error":{"code":"Forbidden","message":""}})", "role", "Forbidden"},
    {"403 without a body", 403, "", "", "role"},
    {"with a message", 403, "",
     R"({"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges."}})", "forbidden",
     "Authorization_RequestDenied: Insufficient privileges."},
    {"firewall", 403, "Content-Type: text/html", "<html>Blocked by the gateway", "page"},
    {"call record", 404, "", R"({"error":{"code":"NotFound","message":"","innerError":{"date":"d"}}})",
     "no-call-record", "NotFound"},
    {"another server", 404, "Content-Type: text/plain", "404 page not found", "no-address"},
    {"another web site", 404, "Content-Type: text/html", "<html>Not Found", "page"},
    {"directory", 405, "Allow: GET, HEAD",
     R"({"error":{"code":"Request_BadRequest","message":"Specified HTTP method is not allowed for the request )"
     R"(target."}})",
     "method", "Request_BadRequest: Specified HTTP method is not allowed for the request target."},
    {"Outlook", 405, "", R"({"error":{"code":"ErrorInvalidRequest","message":"The OData request is not supported."}})",
     "method", "ErrorInvalidRequest: The OData request is not supported."},
    {"prism", 405, "Content-Type: application/problem+json", R"({"title":"Route resolved"})", "method"},
    {"accept", 406, "", "", "not-acceptable"},
    {"proxy", 407, "Content-Type: text/html\nProxy-Authenticate: Basic realm=\"p\"", "<html>", "proxy-sign-in"},
    {"slow request", 408, "", "", "request-timeout"},
    {"conflict", 409, "", R"({"error":{"code":"nameAlreadyExists","message":"m"}})", "conflict",
     "nameAlreadyExists: m"},
    {"gone", 410, "", R"({"error":{"code":"resyncRequired"}})", "gone", "resyncRequired"},
    {"length", 411, "Content-Type: text/html", "<html>", "length"},
    {"condition", 412, "", R"({"error":{"code":"resourceModified"}})", "precondition", "resourceModified"},
    {"large", 413, "Content-Type: text/html", "<html>nginx", "too-large"},
    {"address", 414, "", "", "uri-too-long"},
    {"type", 415, "", R"({"error":{"code":"RequestBodyRead","message":"m"}})", "media-type", "RequestBodyRead: m"},
    {"teapot", 418, "", "", "client-error"},
    {"host", 421, "", "", "misdirected"},
    {"rule", 422, "", R"({"error":{"code":"invalidRequest","details":[{"target":"modalities[0]"}]}})", "meaning",
     "invalidRequest", "/modalities/0"},
    {"lock", 423, "", R"({"error":{"code":"notAllowed"}})", "locked", "notAllowed"},
    {"throttled", 429, "Retry-After: 10",
     R"({"error":{"code":"TooManyRequests","innerError":{"code":"429","status":"429"},"message":"Please retry."}})",
     "throttled", "TooManyRequests, 429: Please retry."},
    {"throttled without a body", 429, "Retry-After: 2.128", "", "throttled"},
    {"headers", 431, "", "", "headers-too-large"},
    {"internal", 500, "", R"({"error":{"code":"InternalServerError","message":"m"}})", "failed",
     "InternalServerError: m"},
    {"ASP.NET page", 500, "Content-Type: text/html", "<html>Server Error in '/' Application.", "failed"},
    {"not implemented", 501, "", R"({"error":{"code":"notSupported","message":"Not Implemented"}})", "not-implemented",
     "notSupported: Not Implemented"},
    {"nginx 502", 502, "Content-Type: text/html", "<html>502 Bad Gateway", "gateway-page"},
    {"502", 502, "", R"({"error":{"code":"BadGateway"}})", "bad-gateway", "BadGateway"},
    {"busy", 503, "Retry-After: 120", R"({"error":{"code":"serviceNotAvailable"}})", "unavailable",
     "serviceNotAvailable"},
    {"504", 504, "", R"({"error":{"code":"UnknownError","message":""}})", "gateway-timeout", "UnknownError"},
    {"storage", 507, "", R"({"error":{"code":"quotaLimitReached"}})", "storage", "quotaLimitReached"},
    {"bandwidth", 509, "", R"({"error":{"code":"activityLimitReached"}})", "bandwidth", "activityLimitReached"},
    {"portal by RFC 6585", 511, "Content-Type: text/html", "<html>", "network-sign-in"},
    {"unknown 5xx", 599, "", "not even JSON", "server-error"},
};
