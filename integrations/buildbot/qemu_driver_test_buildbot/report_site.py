"""Serves the saved pages on a port of their own: a page must not share an origin with Buildbot's session."""

from buildbot.util.service import BuildbotService
from twisted.application import strports
from twisted.internet import defer
from twisted.web.resource import NoResource
from twisted.web.server import Site
from twisted.web.static import File

# The pages have their scripts and styles inside, and load nothing.
_POLICY = b"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; sandbox allow-scripts"


class _Pages(File):
    """Files only: a list of all builds is Buildbot's own page."""

    def directoryListing(self):
        return NoResource()

    def render_GET(self, request):
        request.setHeader(b'Content-Security-Policy', _POLICY)
        request.setHeader(b'X-Content-Type-Options', b'nosniff')
        return super().render_GET(request)


class ReportSite(BuildbotService):
    """`port`: as Twisted writes it, for example `tcp:8011:interface=127.0.0.1`. `directory`: that of the step."""

    name = 'driver-test-reports'

    def checkConfig(self, port, directory, **kwargs):
        super().checkConfig(**kwargs)

    @defer.inlineCallbacks
    def reconfigService(self, port, directory, **kwargs):
        yield super().reconfigService(**kwargs)
        for child in list(self):
            yield child.disownServiceParent()
        # Relative paths are relative to the master's directory, as those of the step are.
        yield strports.service(port, Site(_Pages(directory, defaultType='text/plain'))).setServiceParent(self)
