"""What SES v1 of the engine lacks: a trial of a template, whether mail may leave, and the permissions that a mail needs."""

import json
import re
from contextvars import ContextVar
from email.utils import parseaddr
from urllib.parse import parse_qsl

from ministack.core import iam_actions, iam_evaluator
from ministack.services import ses


def give_test_rendering():
    """TestRenderTemplate of SES v1, which refuses data that lacks a variable of the template."""
    answer = ses.handle_request

    async def answer_or_render(method, path, headers, body, query):
        form = form_of(body)
        if form.get("Action") == "TestRenderTemplate":
            return render(form["TemplateName"], form["TemplateData"])
        return await answer(method, path, headers, body, query)

    ses.handle_request = answer_or_render


def say_whether_mail_may_leave():
    """GetAccountSendingEnabled, and `SendingEnabled` of a configuration set: nothing is ever paused here."""
    answer = ses.handle_request
    allowed = "<ReputationOptions><SendingEnabled>true</SendingEnabled></ReputationOptions>"

    async def answer_and_say(method, path, headers, body, query):
        action = form_of(body).get("Action")
        if action == "GetAccountSendingEnabled":
            return ses._xml(200, f"{action}Response", f"<{action}Result><Enabled>true</Enabled></{action}Result>")
        status, fields, text = await answer(method, path, headers, body, query)
        if action == "DescribeConfigurationSet":
            end = f"</{action}Result>".encode()
            text = text.replace(end, allowed.encode() + end)
        return status, fields, text

    ses.handle_request = answer_and_say


def render(name, data):
    template = ses._templates.get(name)
    if template is None:
        return ses._error("TemplateDoesNotExist", f"Template {name} does not exist", 400)
    texts = "\n".join(template[part] for part in ("SubjectPart", "TextPart", "HtmlPart"))
    missing = [name for name in re.findall(r"{{\s*([^{}\s]+)\s*}}", texts) if name not in json.loads(data)]
    if missing:
        text = f"Attribute '{missing[0]}' is not present in the rendering data."
        return ses._error("MissingRenderingAttribute", text, 400)
    mail = ses._render_template(template, data)
    mime = ses._build_mime_message("", [], [], [], mail["Subject"], mail["Text"], mail["Html"], "rendered")
    result = f"<TestRenderTemplateResult><RenderedTemplate>{ses._esc(mime)}</RenderedTemplate></TestRenderTemplateResult>"
    return ses._xml(200, "TestRenderTemplateResponse", result)


def check_what_a_mail_uses():
    """A call that sends is allowed on the identity, the configuration set and the template it names, or refused."""
    used = ContextVar("used", default=None)
    name_resource, enforce = iam_actions.extract_resource_arn, iam_evaluator.enforce

    def name_all(service, method, path, headers, body, query, region, account):
        form = form_of(body) if service == "ses" else {}
        used.set(form if re.fullmatch(r"Send\w*TemplatedEmail", form.get("Action", "")) else None)
        return name_resource(service, method, path, headers, body, query, region, account)

    def enforce_all(key, action, service, region, resource_arn="*", service_context=None):
        form = used.get()
        if service != "ses" or form is None:
            return enforce(key, action, service, region, resource_arn, service_context)
        address = parseaddr(form["Source"])[1]
        resources = [
            f"identity/{address.rpartition('@')[2]}",
            f"configuration-set/{form['ConfigurationSetName']}",
            f"template/{form['Template']}",
        ]
        arns = [f"arn:aws:ses:{region}:{ses.get_account_id()}:{resource}" for resource in resources]
        context = {**(service_context or {}), "ses:FromAddress": address}
        results = (enforce(key, action, service, region, arn, context) for arn in arns)
        return next((refused for refused in results if refused is not None), None)

    iam_actions.extract_resource_arn, iam_evaluator.enforce = name_all, enforce_all


def form_of(body):
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)) if body else {}
