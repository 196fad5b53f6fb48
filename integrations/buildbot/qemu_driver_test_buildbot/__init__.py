"""qemu-driver-test as a step of Buildbot."""

from .report_site import ReportSite
from .step import DriverTest

__all__ = ['DriverTest', 'ReportSite']
