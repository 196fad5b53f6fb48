/**
 * The driver core, sysfs and buses, which act for drivers. They are services: a check that fails in them names its
 * caller. These are the functions of theirs that are not to blame for a bad access either, or that stand between a
 * driver and the function of a subsystem.
 */
export const driverCore: readonly RegExp[] = [
  /^_*kobject_/,
  /^add_uevent_var/,
  /^get_device_parent/,
  /^_*device_(?:add|del|unregister|destroy|remove_file|for_each_child|remove_attrs|create)/,
  /^_*(?:device|class|bus|driver|root_device|misc|platform_device|platform_driver)_(?:create|register)/,
  /^_*(?:platform|pci|usb|i2c|spi|serio|hid)_register_(?:drivers?|device)/,
  /^(?:bus_(?:add|probe)_|cdev_(?:device_)?add$)/,
  /^(?:internal_)?create_(?:dir|files?|groups?)$/,
  /^sysfs_(?:create|add|merge|warn)|sysfs_remove/,
  /^kernfs_(?:remove|drain|deactivate)/,
  /^(?:proc_mkdir|proc_create|proc_register|debugfs_create|start_creating)/,
  /^(?:put|get)_device$/,
  /^devres_/,
  /^_*unregister_(?:netdev|client)/,
  /^tty_unregister_device/,
  /^hwrng_unregister/,
  /^i2c_del_adapter/,
  /^(?:dummy|vhci)_urb_enqueue/,
  /^usb_(?:kill|poison)(?:_anchored)?_urbs?/,
  /^usb_(?:control_msg|hcd_submit_urb|submit_urb|start_wait_urb|bulk_msg|interrupt_msg|internal_control_msg)/,
];
