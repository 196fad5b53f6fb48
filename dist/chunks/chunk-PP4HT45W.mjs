import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  architectureOf,
  architectureOfDebian,
  architectures,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";
import {
  kindOfFile,
  readWholeFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  listDirectory
} from "./chunk-PC3WFA6B.mjs";

// src/text/shell-quote.ts
function shellQuote(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
function shellJoin(words2) {
  return words2.map(shellQuote).join(" ");
}

// src/text/escape-text.ts
function plainText(text) {
  return text.replace(escapeSequence, "").replace(/\r+\n|\r+/g, "\n").replace(loneSurrogate, "\uFFFD").replace(unseenCharacter, spelledOut);
}
function plainLine(text) {
  return plainText(text).replace(/\s+/g, " ").trim();
}
function colouredText(text) {
  return text.split(colour).map((piece, index) => index % 2 === 1 ? piece : plainText(piece)).join("");
}
var colour = /(\x1b\[[0-9;]*m)/;
function plainJson(value, indent) {
  return JSON.stringify(value, void 0, indent).replace(
    unseenInJson,
    (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
}
function defuseCommands(output) {
  return output.replaceAll("##[", "# #[").replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, "$1: ");
}
function defuseGitlabMarkup(text) {
  return text.replace(/section_(start|end):/g, "section_$1 :").replaceAll("[[ATTACHMENT|", "[ [ATTACHMENT|");
}
var escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;
var loneSurrogate = new RegExp("\\p{Surrogate}", "gu");
var beyondAscii = String.raw`\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff` + String.raw`\ufff9-\ufffb\ufffe\uffff`;
var tags = String.raw`\udb40[\udc00-\udc7f]`;
var unseenCharacter = new RegExp(String.raw`[\x00-\x08\x0b-\x1f${beyondAscii}]|${tags}`, "g");
var unseenInJson = new RegExp(`[${beyondAscii}]|${tags}`, "g");
function spelledOut(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code > 65535) return `\\u{${code.toString(16)}}`;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// src/plan/plan-problem.ts
function specProblem(message, hint) {
  return { kind: "problem", problem: { message, hint } };
}
function formatPlanProblem({ message, hint }) {
  return hint === void 0 ? message : `${message}
  hint: ${hint}`;
}

// src/app/load-suites.ts
import { join as join4, resolve as resolve9 } from "node:path";

// src/calls/catalogue/hardware.ts
var hardware = {
  dma: `
    dma_alloc_attrs NULL as=dma_alloc_coherent,dma_alloc_wc
    dmam_alloc_attrs NULL as=dmam_alloc_coherent
    dma_alloc_pages NULL in=5.10-
    dma_alloc_noncoherent NULL in=-5.11
    dma_alloc_noncontiguous NULL in=5.12-
    dma_pool_create NULL in=-6.14
    dma_pool_create_node NULL as=dma_pool_create in=6.15-
    dmam_pool_create NULL
    dma_pool_alloc NULL as=dma_pool_zalloc
    dma_map_page_attrs ones as=dma_map_single,dma_map_page,skb_frag_dma_map
    dma_map_phys ones as=dma_map_single,dma_map_page in=6.18-
    dma_map_resource ones
    dma_map_sg_attrs zero as=dma_map_sg
    dma_map_sgtable EIO ENOMEM EINVAL in=5.10-
    dma_set_mask EIO as=dma_set_mask_and_coherent,pci_set_dma_mask
    dma_set_coherent_mask EIO as=dma_set_mask_and_coherent,pci_set_consistent_dma_mask
    dma_mmap_attrs ENXIO ENOMEM as=dma_mmap_coherent
    dma_get_sgtable_attrs ENXIO ENOMEM as=dma_get_sgtable
    dma_request_chan ERR_PTR EPROBE_DEFER ENODEV EBUSY
    __dma_request_channel NULL as=dma_request_channel
    dma_request_chan_by_mask ERR_PTR ENODEV EPROBE_DEFER
    devm_dma_request_chan ERR_PTR EPROBE_DEFER ENODEV
    dma_async_device_register ENODEV ENOMEM EIO
    dmaenginem_async_device_register ENODEV ENOMEM EIO
    dma_buf_export ERR_PTR ENOMEM EINVAL
    dma_buf_fd EMFILE EINVAL
    dma_buf_get ERR_PTR EBADF EINVAL
    dma_buf_attach ERR_PTR ENOMEM ENODEV
    dma_buf_map_attachment ERR_PTR ENOMEM EINTR
    dma_buf_map_attachment_unlocked ERR_PTR ENOMEM EINTR
    dma_buf_vmap EINVAL ENOMEM
  `,
  pci: `
    pci_enable_device EIO ENODEV ENOMEM
    pci_enable_device_mem EIO ENODEV
    pci_reenable_device EIO ENODEV
    pcim_enable_device EIO ENODEV ENOMEM
    pci_request_regions EBUSY ENODEV
    pci_request_regions_exclusive EBUSY
    pci_request_region EBUSY
    pci_request_selected_regions EBUSY
    pcim_request_all_regions EBUSY ENOMEM in=6.12-
    pcim_request_region EBUSY ENOMEM in=6.11-
    pci_iomap NULL
    pci_iomap_range NULL
    pci_iomap_wc NULL
    pci_ioremap_bar NULL
    pci_ioremap_wc_bar NULL
    pcim_iomap NULL
    pcim_iomap_regions ENOMEM EBUSY EINVAL
    pcim_iomap_regions_request_all ENOMEM EBUSY EINVAL
    pcim_iomap_region ERR_PTR ENOMEM EBUSY EINVAL in=6.11-
    pcim_iomap_table NULL
    pci_alloc_irq_vectors ENOSPC in=6.9-
    pci_alloc_irq_vectors_affinity ENOSPC as=pci_alloc_irq_vectors
    pci_enable_msi ENOSPC EINVAL
    pci_enable_msix_range ENOSPC EINVAL as=pci_enable_msix_exact
    pci_irq_vector EINVAL
    pci_set_mwi EINVAL
    pci_try_set_mwi EINVAL
    pcim_set_mwi EINVAL ENOMEM
    pci_read_config_byte EIO ENODEV
    pci_read_config_word EIO ENODEV
    pci_read_config_dword EIO ENODEV
    pci_write_config_byte EIO ENODEV
    pci_write_config_word EIO ENODEV
    pci_write_config_dword EIO ENODEV
    pcie_capability_read_word EINVAL
    pcie_capability_clear_and_set_word_unlocked EINVAL as=pcie_capability_set_word
    pcie_capability_clear_and_set_word EINVAL
    pci_find_capability zero
    pci_find_ext_capability zero
    pci_get_device NULL
    pci_get_domain_bus_and_slot NULL
    pci_save_state ENOMEM EIO
    pci_set_power_state EIO EINVAL
    pci_enable_wake EINVAL EIO
    pci_reset_function ENOTTY EBUSY
    pci_enable_sriov ENODEV EBUSY ENOMEM
    pci_select_bars zero
    pcie_set_readrq EINVAL
    pci_request_irq EBUSY ENOMEM
    __pci_register_driver EBUSY ENOMEM as=pci_register_driver,module_pci_driver
  `,
  irq: `
    request_threaded_irq EBUSY ENOMEM EINVAL as=request_irq
    devm_request_threaded_irq EBUSY ENOMEM EINVAL as=devm_request_irq
    request_any_context_irq EBUSY ENOMEM EINVAL
    devm_request_any_context_irq EBUSY ENOMEM EINVAL
    __request_percpu_irq EBUSY ENOMEM EINVAL as=request_percpu_irq
    request_nmi EINVAL ENOMEM
    irq_set_affinity EINVAL EIO
    __irq_apply_affinity_hint EINVAL as=irq_set_affinity_hint
    irq_set_affinity_hint EINVAL in=-5.16
    irq_set_irq_type EINVAL
    irq_set_irq_wake EINVAL ENXIO as=enable_irq_wake
    __irq_domain_add NULL as=irq_domain_add_linear in=-6.9
    irq_domain_instantiate ERR_PTR ENOMEM in=6.11-
    irq_create_mapping_affinity zero as=irq_create_mapping
    __irq_domain_alloc_irqs ENOMEM ENOSPC as=irq_domain_alloc_irqs
    __irq_alloc_descs ENOMEM ENOSPC EEXIST as=irq_alloc_descs
    devm_irq_alloc_generic_chip NULL
    irq_alloc_generic_chip NULL
    devm_regmap_add_irq_chip ENOMEM EBUSY
  `,
  io: `
    ioremap NULL
    ioremap_wc NULL
    ioremap_cache NULL
    ioremap_uc NULL
    ioremap_prot NULL as=ioremap,ioremap_wc,ioremap_np,ioremap_cache
    __ioremap_prot NULL as=ioremap,ioremap_wc,ioremap_np,ioremap_cache
    devm_ioremap NULL
    devm_ioremap_wc NULL
    devm_ioremap_uc NULL
    devm_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_ioremap_resource_wc ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_ioremap_resource_byname ERR_PTR EBUSY ENOMEM EINVAL
    devm_platform_get_and_ioremap_resource ERR_PTR EBUSY ENOMEM EINVAL
    devm_of_iomap ERR_PTR EBUSY ENOMEM EINVAL
    of_iomap NULL
    ioport_map NULL
    devm_ioport_map NULL
    memremap NULL
    devm_memremap ERR_PTR ENXIO ENOMEM
    __request_region NULL as=request_region,request_mem_region
    __devm_request_region NULL as=devm_request_region,devm_request_mem_region
    request_resource EBUSY
    insert_resource EBUSY
    allocate_resource EBUSY
    devm_request_resource EBUSY ENOMEM
    arch_phys_wc_add EINVAL ENOSPC
    arch_io_reserve_memtype_wc EBUSY
  `,
  clock: `
    clk_get ERR_PTR EPROBE_DEFER ENOENT
    devm_clk_get ERR_PTR EPROBE_DEFER ENOENT
    devm_clk_get_enabled ERR_PTR EPROBE_DEFER ENOENT in=6.0-
    devm_clk_get_prepared ERR_PTR EPROBE_DEFER ENOENT in=6.0-
    devm_clk_get_optional ERR_PTR EPROBE_DEFER
    devm_clk_get_optional_enabled ERR_PTR EPROBE_DEFER in=6.0-
    devm_clk_bulk_get EPROBE_DEFER ENOENT
    devm_clk_bulk_get_all EPROBE_DEFER ENOMEM
    of_clk_get ERR_PTR EPROBE_DEFER ENOENT
    clk_prepare EIO EINVAL as=clk_prepare_enable
    clk_enable EIO EINVAL as=clk_prepare_enable
    clk_bulk_prepare EIO
    clk_bulk_enable EIO
    clk_set_rate EINVAL EBUSY
    clk_set_parent EINVAL EBUSY
    clk_get_rate zero
    clk_round_rate EINVAL
    clk_register ERR_PTR ENOMEM EEXIST
    devm_clk_register ERR_PTR ENOMEM EEXIST
    clk_hw_register ENOMEM EEXIST
    devm_clk_hw_register ENOMEM EEXIST
    devm_of_clk_add_hw_provider ENOMEM
    of_clk_add_hw_provider ENOMEM
    clk_notifier_register ENOMEM EINVAL
  `,
  supply: `
    regulator_get ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get_optional ERR_PTR EPROBE_DEFER ENODEV
    devm_regulator_get_enable EPROBE_DEFER ENODEV in=6.0-
    devm_regulator_bulk_get EPROBE_DEFER ENODEV
    regulator_enable EIO ETIMEDOUT
    regulator_disable EIO
    regulator_bulk_enable EIO ETIMEDOUT
    regulator_set_voltage EINVAL EIO
    regulator_get_voltage EINVAL EIO
    devm_regulator_register ERR_PTR ENOMEM EPROBE_DEFER
    __devm_reset_control_get ERR_PTR EPROBE_DEFER ENOENT as=devm_reset_control_get
    __reset_control_get ERR_PTR EPROBE_DEFER ENOENT as=reset_control_get
    reset_control_assert EIO ENOTSUPP
    reset_control_deassert EIO ENOTSUPP
    reset_control_reset EIO ENOTSUPP
    devm_reset_controller_register ENOMEM
    devm_phy_get ERR_PTR EPROBE_DEFER ENODEV
    phy_init EIO
    phy_power_on EIO
    devm_pwm_get ERR_PTR EPROBE_DEFER ENODEV
    pwm_apply_might_sleep EINVAL EIO in=6.8-
    pwm_apply_state EINVAL EIO in=-6.7
    devm_thermal_of_zone_register ERR_PTR ENODEV ENOMEM
  `,
  gpio: `
    gpiod_get ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get_optional ERR_PTR EPROBE_DEFER EBUSY
    devm_gpiod_get_index ERR_PTR EPROBE_DEFER ENOENT EBUSY
    devm_gpiod_get_array ERR_PTR EPROBE_DEFER ENOENT EBUSY
    gpiod_to_irq ENXIO EINVAL
    gpiod_direction_input EIO
    gpiod_direction_output EIO
    gpiod_get_value_cansleep EIO
    gpio_request EBUSY EPROBE_DEFER
    devm_gpio_request_one EBUSY EPROBE_DEFER
    gpiochip_add_data_with_key ENOMEM EBUSY EINVAL as=gpiochip_add_data
    devm_gpiochip_add_data_with_key ENOMEM EBUSY EINVAL as=devm_gpiochip_add_data
    pinctrl_get ERR_PTR EPROBE_DEFER ENODEV
    devm_pinctrl_get ERR_PTR EPROBE_DEFER ENODEV
    pinctrl_select_state EINVAL EIO
    pinctrl_pm_select_default_state EINVAL EIO
    devm_pinctrl_register ERR_PTR ENOMEM EINVAL
  `,
  bus: `
    platform_get_irq ENXIO EPROBE_DEFER
    platform_get_irq_optional ENXIO EPROBE_DEFER
    platform_get_irq_byname ENXIO EPROBE_DEFER
    platform_get_resource NULL
    platform_get_resource_byname NULL
    __platform_driver_register EBUSY ENOMEM as=platform_driver_register,module_platform_driver
    __platform_driver_probe ENODEV as=platform_driver_probe
    platform_device_register ENOMEM EEXIST
    platform_device_register_full ERR_PTR ENOMEM EEXIST
    platform_device_alloc NULL
    platform_device_add EEXIST EBUSY
    i2c_register_driver EBUSY EAGAIN as=i2c_add_driver
    i2c_add_adapter ENOMEM EBUSY
    devm_i2c_add_adapter ENOMEM EBUSY
    i2c_add_numbered_adapter EBUSY ENOMEM
    i2c_new_client_device ERR_PTR EBUSY ENOMEM
    i2c_transfer EREMOTEIO ENXIO EAGAIN ETIMEDOUT
    i2c_transfer_buffer_flags EREMOTEIO ENXIO EAGAIN ETIMEDOUT as=i2c_master_send,i2c_master_recv
    i2c_smbus_xfer EREMOTEIO ENXIO EAGAIN ETIMEDOUT
    i2c_smbus_read_byte EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_byte_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_word_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_byte EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_byte_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_write_word_data EREMOTEIO ENXIO ETIMEDOUT
    i2c_smbus_read_i2c_block_data EREMOTEIO ENXIO ETIMEDOUT
    __spi_register_driver EBUSY ENOMEM as=spi_register_driver
    __spi_alloc_controller NULL as=spi_alloc_master,spi_alloc_host
    __devm_spi_alloc_controller NULL as=devm_spi_alloc_master,devm_spi_alloc_host
    spi_register_controller ENOMEM EBUSY
    devm_spi_register_controller ENOMEM EBUSY
    spi_setup EINVAL EIO
    spi_sync EIO ETIMEDOUT
    spi_async EIO ESHUTDOWN
    spi_write_then_read EIO ETIMEDOUT
    usb_register_driver EBUSY ENODEV as=usb_register
    usb_alloc_urb NULL
    usb_alloc_coherent NULL
    usb_submit_urb ENOMEM ENODEV EPIPE
    usb_control_msg EPIPE ETIMEDOUT ENODEV ENOMEM
    usb_control_msg_send EPIPE ETIMEDOUT ENODEV ENOMEM
    usb_control_msg_recv EPIPE ETIMEDOUT ENODEV EREMOTEIO
    usb_bulk_msg EPIPE ETIMEDOUT ENODEV
    usb_interrupt_msg EPIPE ETIMEDOUT ENODEV
    usb_set_interface EINVAL EPIPE
    usb_find_common_endpoints ENXIO
    usb_register_dev EINVAL ENOMEM
    usb_autopm_get_interface EIO ENODEV
    usb_string EPIPE EINVAL
    __devm_regmap_init ERR_PTR ENOMEM EINVAL
    __devm_regmap_init_i2c ERR_PTR ENOMEM EINVAL as=devm_regmap_init_i2c
    __devm_regmap_init_spi ERR_PTR ENOMEM EINVAL as=devm_regmap_init_spi
    __devm_regmap_init_mmio_clk ERR_PTR ENOMEM EINVAL as=devm_regmap_init_mmio
    __regmap_init_mmio_clk ERR_PTR ENOMEM EINVAL as=regmap_init_mmio
    devm_regmap_field_alloc ERR_PTR ENOMEM
    regmap_read EIO ETIMEDOUT
    regmap_write EIO ETIMEDOUT
    regmap_bulk_read EIO ETIMEDOUT
    regmap_bulk_write EIO ETIMEDOUT
    regmap_raw_read EIO ETIMEDOUT
    regmap_raw_write EIO ETIMEDOUT
    regmap_update_bits_base EIO ETIMEDOUT as=regmap_update_bits
    syscon_regmap_lookup_by_phandle ERR_PTR EPROBE_DEFER ENODEV
    __auxiliary_driver_register EBUSY ENOMEM as=auxiliary_driver_register
    auxiliary_device_init EINVAL ENOMEM
    __auxiliary_device_add EEXIST ENOMEM as=auxiliary_device_add
    register_virtio_driver EBUSY in=-6.9
    __register_virtio_driver EBUSY as=register_virtio_driver in=6.10-
    virtqueue_add_sgs ENOSPC ENOMEM EIO
    virtqueue_add_outbuf ENOSPC ENOMEM EIO
    virtqueue_add_inbuf ENOSPC ENOMEM EIO
    virtqueue_kick false
    of_property_read_variable_u32_array EINVAL ENODATA as=of_property_read_u32
    of_property_read_string EINVAL ENODATA
    device_property_read_u32_array EINVAL ENODATA as=device_property_read_u32
    device_property_read_string EINVAL ENODATA
    of_get_child_by_name NULL
    of_parse_phandle NULL
    of_match_device NULL
    device_get_match_data NULL
    of_device_get_match_data NULL
    mbox_request_channel ERR_PTR EPROBE_DEFER ENODEV
    mbox_send_message ENOBUFS ETIME
    iommu_domain_alloc NULL
    iommu_map EINVAL ENOMEM
    iommu_attach_device ENODEV EBUSY
  `
};

// src/calls/catalogue/kernel.ts
var kernel = {
  device: `
    alloc_chrdev_region EBUSY ENOMEM
    register_chrdev_region EBUSY ENOMEM EINVAL
    __register_chrdev EBUSY ENOMEM EINVAL as=register_chrdev
    cdev_alloc NULL
    cdev_add ENOMEM EBUSY
    cdev_device_add ENOMEM EBUSY
    misc_register EBUSY ENOMEM
    class_create ERR_PTR ENOMEM EEXIST in=6.4-
    __class_create ERR_PTR ENOMEM EEXIST as=class_create in=-6.3
    class_register ENOMEM EEXIST in=6.4-
    __class_register ENOMEM EEXIST as=class_register in=-6.3
    class_create_file_ns ENOMEM EEXIST as=class_create_file
    device_create ERR_PTR ENOMEM ENODEV EEXIST
    device_create_with_groups ERR_PTR ENOMEM ENODEV EEXIST
    device_register ENOMEM EEXIST
    device_add ENOMEM EEXIST
    device_add_groups ENOMEM EEXIST
    devm_device_add_group ENOMEM EEXIST
    devm_device_add_groups ENOMEM EEXIST in=-6.7
    device_create_file ENOMEM EEXIST
    device_create_bin_file ENOMEM EEXIST
    device_link_add NULL
    device_rename ENOMEM EEXIST
    device_for_each_child ENODEV
    dev_set_name ENOMEM
    driver_register EBUSY ENOMEM
    driver_create_file ENOMEM EEXIST
    bus_register ENOMEM EEXIST
    __root_device_register ERR_PTR ENOMEM EEXIST as=root_device_register
    faux_device_create NULL in=6.14-
    faux_device_create_with_groups NULL in=6.14-
    component_add ENOMEM
    component_bind_all EPROBE_DEFER
    component_master_add_with_match ENOMEM EPROBE_DEFER
    sysfs_create_group ENOMEM EEXIST
    sysfs_create_groups ENOMEM EEXIST
    sysfs_create_file_ns ENOMEM EEXIST as=sysfs_create_file
    sysfs_create_files ENOMEM EEXIST
    sysfs_create_bin_file ENOMEM EEXIST
    sysfs_create_link ENOMEM EEXIST
    kobject_create_and_add NULL
    kobject_init_and_add ENOMEM EEXIST
    kobject_add ENOMEM EEXIST
    kobject_set_name ENOMEM
    kobject_uevent_env ENOMEM as=kobject_uevent
    kset_create_and_add NULL
    __uio_register_device ENOMEM ENODEV as=uio_register_device
    __devm_uio_register_device ENOMEM ENODEV as=devm_uio_register_device
    devm_led_classdev_register_ext ENOMEM EEXIST as=devm_led_classdev_register
    led_classdev_register_ext ENOMEM EEXIST as=led_classdev_register
    devm_backlight_device_register ERR_PTR ENOMEM
    input_allocate_device NULL
    devm_input_allocate_device NULL
    input_register_device ENOMEM EINVAL
    input_mt_init_slots ENOMEM EINVAL
    mfd_add_devices ENOMEM ENODEV
    devm_mfd_add_devices ENOMEM ENODEV
    devm_nvmem_register ERR_PTR ENOMEM EINVAL
    nvmem_register ERR_PTR ENOMEM EINVAL
    devm_power_supply_register ERR_PTR ENOMEM EPROBE_DEFER
    devm_extcon_dev_register ENOMEM
    tty_register_driver ENOMEM EBUSY
    __tty_alloc_driver ERR_PTR ENOMEM as=tty_alloc_driver
    tty_port_register_device ERR_PTR ENOMEM
    uart_register_driver ENOMEM EBUSY
    uart_add_one_port ENOMEM EINVAL
  `,
  file: `
    proc_create NULL
    proc_create_data NULL
    proc_create_single_data NULL as=proc_create_single
    proc_create_seq_private NULL as=proc_create_seq
    proc_mkdir NULL
    proc_symlink NULL
    debugfs_create_dir ERR_PTR ENOMEM EEXIST
    debugfs_create_file ERR_PTR ENOMEM EEXIST
    debugfs_create_file_full ERR_PTR ENOMEM EEXIST as=debugfs_create_file in=6.14-
    debugfs_create_symlink ERR_PTR ENOMEM
    debugfs_create_blob ERR_PTR ENOMEM
    seq_open ENOMEM
    seq_open_private ENOMEM
    __seq_open_private NULL
    single_open ENOMEM
    single_open_size ENOMEM
    nonseekable_open EINVAL
    anon_inode_getfd EMFILE ENOMEM
    anon_inode_getfile ERR_PTR ENOMEM ENFILE
    get_unused_fd_flags EMFILE
    fasync_helper ENOMEM
    filp_open ERR_PTR ENOENT EACCES ENOMEM
    kernel_read EIO EINVAL
    kernel_write EIO ENOSPC
    eventfd_ctx_fdget ERR_PTR EBADF EINVAL
    fget NULL
    register_filesystem EBUSY
    kern_path ENOENT ENOMEM
    register_sysctl_sz NULL as=register_sysctl in=6.6-
    register_sysctl NULL in=-6.5
  `,
  timer: `
    prepare_to_wait_event ERESTARTSYS as=wait_event_interruptible,wait_event_interruptible_timeout,wait_event_killable
    schedule_timeout timeout as=wait_event_timeout,wait_event_interruptible_timeout
    schedule_timeout_interruptible timeout
    do_wait_intr ERESTARTSYS as=wait_event_interruptible_locked
    do_wait_intr_irq ERESTARTSYS
    wait_for_completion_timeout timeout
    wait_for_completion_io_timeout timeout
    wait_for_completion_interruptible ERESTARTSYS
    wait_for_completion_interruptible_timeout timeout ERESTARTSYS
    wait_for_completion_killable ERESTARTSYS
    wait_for_completion_killable_timeout timeout ERESTARTSYS
    wait_for_completion_state ERESTARTSYS in=5.19-
    try_wait_for_completion false
    mutex_lock_interruptible EINTR
    mutex_lock_killable EINTR
    mutex_trylock zero
    down_interruptible EINTR
    down_killable EINTR
    down_timeout ETIME
    down_trylock EBUSY
    down_read_interruptible EINTR
    down_read_killable EINTR
    down_write_killable EINTR
    down_read_trylock zero
    down_write_trylock zero
    rt_mutex_lock_interruptible EINTR
    msleep_interruptible zero
    schedule_hrtimeout zero EINTR
    schedule_hrtimeout_range zero EINTR
    out_of_line_wait_on_bit EINTR as=wait_on_bit
    out_of_line_wait_on_bit_timeout EAGAIN as=wait_on_bit_timeout
    hrtimer_try_to_cancel ones
    ptp_clock_register ERR_PTR ENOMEM EINVAL
  `,
  work: `
    alloc_workqueue NULL in=-6.15
    alloc_workqueue_noprof NULL as=alloc_workqueue in=6.16-
    kthread_create_on_node ERR_PTR ENOMEM EINTR as=kthread_run,kthread_create
    kthread_create_on_cpu ERR_PTR ENOMEM EINTR
    kthread_create_worker ERR_PTR ENOMEM EINTR in=-6.13
    kthread_create_worker_on_node ERR_PTR ENOMEM EINTR as=kthread_run_worker in=6.14-
    kthread_stop EINTR
    queue_work_on false as=queue_work,schedule_work
    queue_delayed_work_on false as=queue_delayed_work,schedule_delayed_work
    mod_delayed_work_on false as=mod_delayed_work
    kthread_queue_work false
    task_work_add ESRCH
    call_usermodehelper ENOENT ENOMEM
    stop_machine ENOMEM
    smp_call_function_single ENXIO
    __cpuhp_setup_state ENOSPC ENOMEM EINVAL as=cpuhp_setup_state
    __request_module ENOENT ENOMEM as=request_module
    try_module_get false
    register_reboot_notifier EEXIST
    blocking_notifier_chain_register EEXIST
    atomic_notifier_chain_register EEXIST
    raw_notifier_chain_register EEXIST
    register_kprobe EINVAL ENOENT
    register_inet6addr_notifier EEXIST
    crypto_alloc_skcipher ERR_PTR ENOENT ENOMEM
    crypto_alloc_shash ERR_PTR ENOENT ENOMEM
    crypto_alloc_ahash ERR_PTR ENOENT ENOMEM
    crypto_alloc_aead ERR_PTR ENOENT ENOMEM
    crypto_register_skcipher EEXIST EINVAL
    crypto_register_ahash EEXIST EINVAL
    devm_hwrng_register EINVAL ENOMEM EEXIST
    hwrng_register EINVAL EEXIST
    wait_for_random_bytes ERESTARTSYS
  `,
  firmware: `
    request_firmware ENOENT ENOMEM EAGAIN
    request_firmware_direct ENOENT ENOMEM
    firmware_request_nowarn ENOENT ENOMEM
    request_firmware_into_buf ENOENT ENOMEM
    request_firmware_nowait ENOMEM
    firmware_upload_register ERR_PTR ENOMEM in=5.19-
    devm_fpga_mgr_register ERR_PTR ENOMEM EINVAL
    rproc_alloc NULL
    devm_rproc_alloc NULL
    rproc_boot EINVAL ENOENT
  `,
  pm: `
    __pm_runtime_resume EACCES EIO EAGAIN as=pm_runtime_get_sync,pm_runtime_resume_and_get
    __pm_runtime_suspend EBUSY EAGAIN as=pm_runtime_put_sync,pm_runtime_put_autosuspend
    __pm_runtime_idle EBUSY EAGAIN as=pm_runtime_put
    __pm_runtime_set_status EBUSY EINVAL as=pm_runtime_set_active
    pm_runtime_force_suspend EBUSY EIO
    pm_runtime_force_resume EIO
    pm_runtime_get_if_active EINVAL zero as=pm_runtime_get_if_in_use
    devm_pm_runtime_enable ENOMEM
    devm_pm_runtime_set_active_enabled ENOMEM
    device_wakeup_enable ENOMEM EINVAL
    device_set_wakeup_enable ENOMEM EINVAL
    dev_pm_set_wake_irq ENOMEM EEXIST
    devm_pm_set_wake_irq ENOMEM EEXIST
    dev_pm_domain_attach EPROBE_DEFER
    dev_pm_domain_attach_by_name ERR_PTR EPROBE_DEFER ENODEV
    dev_pm_opp_set_rate EINVAL EBUSY
    devm_pm_opp_of_add_table ENODEV ENOMEM
    register_pm_notifier EEXIST
    wakeup_source_register NULL
    devm_devfreq_add_device ERR_PTR ENOMEM EPROBE_DEFER
    cpufreq_register_driver EEXIST ENODEV
  `
};

// src/calls/catalogue/memory.ts
var memory = {
  alloc: `
    __kmalloc NULL as=kmalloc,kzalloc,kmalloc_array,kcalloc in=-6.9
    __kmalloc_noprof NULL as=kmalloc,kzalloc,kmalloc_array,kcalloc in=6.10-
    kmem_cache_alloc_trace NULL as=kmalloc,kzalloc in=-6.0
    kmalloc_trace NULL as=kmalloc,kzalloc in=6.1-6.9
    __kmalloc_cache_noprof NULL as=kmalloc,kzalloc in=6.10-
    kmem_cache_alloc_node_trace NULL as=kmalloc_node,kzalloc_node in=-6.0
    kmalloc_node_trace NULL as=kmalloc_node,kzalloc_node in=6.1-6.9
    __kmalloc_cache_node_noprof NULL as=kmalloc_node,kzalloc_node in=6.10-
    __kmalloc_node NULL as=kmalloc_node,kcalloc_node in=-6.9
    __kmalloc_node_noprof NULL as=kmalloc_node,kcalloc_node in=6.10-
    __kmalloc_node_track_caller NULL as=kmalloc_node_track_caller in=-6.9
    __kmalloc_node_track_caller_noprof NULL as=kmalloc_track_caller in=6.10-
    __kmalloc_track_caller NULL as=kmalloc_track_caller in=-6.9
    kmalloc_order NULL as=kmalloc,kzalloc in=-5.18
    kmalloc_order_trace NULL as=kmalloc,kzalloc in=-5.18
    kmalloc_large NULL as=kmalloc,kzalloc in=5.19-6.9
    __kmalloc_large_noprof NULL as=kmalloc,kzalloc in=6.10-
    kmalloc_large_node NULL as=kmalloc_node in=5.19-6.9
    __kmalloc_large_node_noprof NULL as=kmalloc_node in=6.10-
    krealloc NULL in=-6.9
    krealloc_noprof NULL as=krealloc in=6.10-6.17
    krealloc_node_align_noprof NULL as=krealloc in=6.18-
    kvmalloc_node NULL as=kvmalloc,kvzalloc,kvcalloc in=-6.9
    kvmalloc_node_noprof NULL as=kvmalloc,kvzalloc,kvcalloc in=6.10-6.11
    __kvmalloc_node_noprof NULL as=kvmalloc,kvzalloc,kvcalloc in=6.11-
    kvrealloc NULL in=-6.9
    kvrealloc_noprof NULL as=kvrealloc in=6.10-
    vmalloc NULL in=-6.9
    vmalloc_noprof NULL as=vmalloc in=6.10-
    vzalloc NULL in=-6.9
    vzalloc_noprof NULL as=vzalloc in=6.10-
    __vmalloc NULL in=-6.9
    __vmalloc_noprof NULL as=__vmalloc in=6.10-
    vmalloc_user NULL in=-6.9
    vmalloc_user_noprof NULL as=vmalloc_user in=6.10-
    vmalloc_32 NULL in=-6.9
    vmalloc_32_noprof NULL as=vmalloc_32 in=6.10-
    vmalloc_32_user NULL in=-6.9
    vmap NULL
    kmem_cache_alloc NULL as=kmem_cache_zalloc in=-6.9
    kmem_cache_alloc_noprof NULL as=kmem_cache_alloc,kmem_cache_zalloc in=6.10-
    kmem_cache_alloc_node NULL in=-6.9
    kmem_cache_alloc_node_noprof NULL as=kmem_cache_alloc_node in=6.10-
    kmem_cache_create NULL in=-6.11
    kmem_cache_create_usercopy NULL in=-6.11
    __kmem_cache_create_args NULL as=kmem_cache_create in=6.12-
    kmem_cache_alloc_bulk zero in=-6.9
    kmem_cache_alloc_bulk_noprof zero as=kmem_cache_alloc_bulk in=6.10-
    kstrdup NULL
    kstrdup_const NULL
    kstrndup NULL
    kmemdup NULL in=-6.9
    kmemdup_noprof NULL as=kmemdup in=6.10-
    kmemdup_nul NULL
    kvmemdup NULL in=6.2-
    kasprintf NULL
    kvasprintf NULL
    kvasprintf_const NULL
    devm_kmalloc NULL as=devm_kzalloc,devm_kcalloc,devm_kmalloc_array
    devm_krealloc NULL in=5.11-
    devm_kstrdup NULL
    devm_kstrdup_const NULL
    devm_kasprintf NULL
    devm_kvasprintf NULL
    devm_kmemdup NULL
    devm_get_free_pages zero
    __devm_alloc_percpu NULL as=devm_alloc_percpu
    __devres_alloc_node NULL as=devres_alloc
    devres_alloc_node NULL as=devres_alloc in=-5.13
    devres_open_group NULL
    __devm_add_action ENOMEM as=devm_add_action,devm_add_action_or_reset in=6.2-
    devm_add_action ENOMEM as=devm_add_action_or_reset in=-6.1
    __get_free_pages zero as=__get_free_page,__get_dma_pages in=-6.9
    get_free_pages_noprof zero as=__get_free_pages,__get_free_page in=6.10-
    get_zeroed_page zero in=-6.9
    get_zeroed_page_noprof zero as=get_zeroed_page in=6.10-
    __alloc_pages NULL as=alloc_pages,alloc_page in=-6.9
    __alloc_pages_nodemask NULL as=alloc_pages,alloc_page in=-5.12
    __alloc_pages_noprof NULL as=alloc_pages,alloc_page in=6.10-
    alloc_pages NULL as=alloc_page in=-6.9
    alloc_pages_noprof NULL as=alloc_pages,alloc_page in=6.10-
    alloc_pages_current NULL as=alloc_pages,alloc_page in=-5.14
    alloc_pages_exact NULL in=-6.9
    alloc_pages_exact_noprof NULL as=alloc_pages_exact in=6.10-
    folio_alloc NULL in=5.16-6.9
    folio_alloc_noprof NULL as=folio_alloc in=6.10-
    page_frag_alloc_align NULL as=page_frag_alloc in=-6.9
    __page_frag_alloc_align NULL as=page_frag_alloc in=6.10-
    mempool_create NULL in=-6.9
    mempool_create_node NULL as=mempool_create in=-6.9
    mempool_create_node_noprof NULL as=mempool_create in=6.10-
    mempool_init ENOMEM in=-6.9
    mempool_init_noprof ENOMEM as=mempool_init in=6.10-
    mempool_alloc NULL in=-6.9
    mempool_alloc_noprof NULL as=mempool_alloc in=6.10-
    __alloc_percpu NULL as=alloc_percpu in=-6.9
    __alloc_percpu_gfp NULL as=alloc_percpu_gfp in=-6.9
    pcpu_alloc_noprof NULL as=alloc_percpu,alloc_percpu_gfp in=6.10-
    gen_pool_create NULL
    devm_gen_pool_create ERR_PTR ENOMEM EINVAL
    gen_pool_alloc_algo_owner zero as=gen_pool_alloc
    gen_pool_dma_alloc NULL
    gen_pool_add_owner ENOMEM as=gen_pool_add,gen_pool_add_virt
    sg_alloc_table ENOMEM EINVAL
    sg_alloc_table_from_pages_segment ENOMEM EINVAL as=sg_alloc_table_from_pages
    sg_alloc_table_from_pages ENOMEM EINVAL in=-5.14
    sgl_alloc NULL
    __kfifo_alloc ENOMEM EINVAL as=kfifo_alloc in=-6.17
    __kfifo_alloc_node ENOMEM EINVAL as=kfifo_alloc in=6.18-
    relay_open NULL
  `,
  id: `
    ida_alloc_range ENOSPC ENOMEM as=ida_alloc,ida_alloc_max,ida_alloc_min,ida_simple_get
    idr_alloc ENOSPC ENOMEM
    idr_alloc_u32 ENOSPC ENOMEM
    idr_alloc_cyclic ENOSPC ENOMEM
    idr_preload ENOMEM
    __xa_alloc EBUSY ENOMEM as=xa_alloc
    __xa_alloc_cyclic EBUSY ENOMEM as=xa_alloc_cyclic
    __xa_insert EBUSY ENOMEM as=xa_insert
    xa_store ERR_PTR ENOMEM
    radix_tree_insert ENOMEM EEXIST
    rhashtable_init ENOMEM EINVAL in=-6.9
    rhashtable_init_noprof ENOMEM EINVAL as=rhashtable_init in=6.10-
    rhashtable_insert_slow ERR_PTR ENOMEM EEXIST
    rhltable_init_noprof ENOMEM EINVAL as=rhltable_init in=6.10-
  `,
  user: `
    _copy_from_user uncopied:2 as=copy_from_user
    _copy_to_user uncopied:2 as=copy_to_user
    __arch_copy_from_user uncopied:2 as=copy_from_user,__copy_from_user
    __arch_copy_to_user uncopied:2 as=copy_to_user,__copy_to_user
    copy_user_generic_unrolled uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    copy_user_generic_string uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    copy_user_enhanced_fast_string uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=-6.3
    rep_movs_alternative uncopied:2 as=copy_from_user,copy_to_user,__copy_from_user in=6.4-
    __copy_user_nocache uncopied:2 as=__copy_from_user_inatomic_nocache in=-6.3
    copy_from_user_nofault EFAULT
    copy_to_user_nofault EFAULT
    strncpy_from_user EFAULT
    strnlen_user zero
    clear_user uncopied:1
    __clear_user uncopied:1
    __get_user_1 get:EFAULT as=get_user
    __get_user_2 get:EFAULT as=get_user
    __get_user_4 get:EFAULT as=get_user
    __get_user_8 get:EFAULT as=get_user
    __put_user_1 put:EFAULT as=put_user
    __put_user_2 put:EFAULT as=put_user
    __put_user_4 put:EFAULT as=put_user
    __put_user_8 put:EFAULT as=put_user
    memdup_user ERR_PTR ENOMEM EFAULT
    memdup_user_nul ERR_PTR ENOMEM EFAULT
    vmemdup_user ERR_PTR ENOMEM EFAULT
    strndup_user ERR_PTR ENOMEM EFAULT EINVAL
    simple_read_from_buffer EFAULT EINVAL
    simple_write_to_buffer EFAULT EINVAL
    _copy_from_iter zero as=copy_from_iter
    _copy_to_iter zero as=copy_to_iter
    copy_page_from_iter zero
    copy_page_to_iter zero
    import_iovec EFAULT EINVAL ENOMEM
    get_user_pages EFAULT ENOMEM
    get_user_pages_fast EFAULT ENOMEM
    get_user_pages_unlocked EFAULT ENOMEM
    pin_user_pages EFAULT ENOMEM
    pin_user_pages_fast EFAULT ENOMEM
    remap_pfn_range EINVAL ENOMEM EAGAIN
    remap_vmalloc_range EINVAL
    vm_insert_page EFAULT EINVAL ENOMEM
    vm_insert_pages EFAULT EINVAL ENOMEM
    vm_iomap_memory EINVAL EAGAIN
    kstrtouint_from_user EINVAL EFAULT ERANGE
    kstrtoint_from_user EINVAL EFAULT ERANGE
    kstrtobool_from_user EINVAL EFAULT
    kstrtoull_from_user EINVAL EFAULT ERANGE
    kstrtoul_from_user EINVAL EFAULT ERANGE
  `
};

// src/calls/catalogue/subsystems.ts
var subsystems = {
  net: `
    alloc_netdev_mqs NULL as=alloc_netdev,alloc_etherdev_mqs
    alloc_etherdev_mqs NULL as=alloc_etherdev
    devm_alloc_etherdev_mqs NULL as=devm_alloc_etherdev
    register_netdev ENOMEM EEXIST EBUSY
    register_netdevice ENOMEM EEXIST EBUSY
    devm_register_netdev ENOMEM EEXIST EBUSY
    __alloc_skb NULL as=alloc_skb,dev_alloc_skb
    __netdev_alloc_skb NULL as=netdev_alloc_skb,netdev_alloc_skb_ip_align
    __napi_alloc_skb NULL as=napi_alloc_skb in=-6.9
    napi_alloc_skb NULL in=6.10-
    build_skb NULL
    napi_build_skb NULL in=5.12-
    napi_get_frags NULL
    __napi_alloc_frag_align NULL as=napi_alloc_frag
    __netdev_alloc_frag_align NULL as=netdev_alloc_frag
    skb_clone NULL
    skb_copy NULL
    skb_copy_expand NULL
    skb_realloc_headroom NULL
    pskb_expand_head ENOMEM
    __skb_pad ENOMEM as=skb_pad,skb_put_padto,eth_skb_pad
    __pskb_pull_tail NULL as=pskb_may_pull,skb_linearize
    skb_checksum_help ENOMEM EINVAL
    skb_tstamp_tx zero
    __skb_gso_segment ERR_PTR ENOMEM EINVAL as=skb_gso_segment
    netif_rx ones
    netif_set_real_num_tx_queues ENOMEM EINVAL
    netif_set_real_num_rx_queues ENOMEM EINVAL
    eth_validate_addr EADDRNOTAVAIL
    eth_mac_addr EBUSY EADDRNOTAVAIL
    mdiobus_alloc_size NULL as=mdiobus_alloc
    devm_mdiobus_alloc_size NULL as=devm_mdiobus_alloc
    __mdiobus_register ENOMEM EBUSY EPROBE_DEFER as=mdiobus_register
    __devm_mdiobus_register ENOMEM EBUSY EPROBE_DEFER as=devm_mdiobus_register
    mdiobus_read EIO ETIMEDOUT
    mdiobus_write EIO ETIMEDOUT
    phy_connect ERR_PTR ENODEV
    phy_connect_direct ENODEV
    phy_find_first NULL
    phylink_create ERR_PTR ENOMEM EINVAL
    phylink_connect_phy ENODEV
    page_pool_create ERR_PTR ENOMEM EINVAL
    page_pool_alloc_pages NULL in=-6.18
    xdp_rxq_info_reg_mem_model ENOMEM EINVAL
    __xdp_rxq_info_reg ENOMEM EINVAL as=xdp_rxq_info_reg
    genl_register_family ENOMEM EEXIST EINVAL
    genlmsg_put NULL
    nla_put EMSGSIZE
    __nla_parse EINVAL as=nla_parse
    rtnl_link_register EEXIST
    register_netdevice_notifier ENOMEM EEXIST
    register_pernet_subsys ENOMEM
    sock_create_kern ENOMEM EAFNOSUPPORT
    kernel_bind EADDRINUSE
    kernel_connect ECONNREFUSED ETIMEDOUT
    kernel_sendmsg EPIPE EAGAIN
    kernel_recvmsg EAGAIN ECONNRESET
    alloc_candev_mqs NULL as=alloc_candev
    register_candev ENOMEM EINVAL
    alloc_can_skb NULL
    alloc_can_err_skb NULL
    ieee80211_alloc_hw_nm NULL as=ieee80211_alloc_hw
    ieee80211_register_hw ENOMEM EINVAL
    wiphy_new_nm NULL as=wiphy_new
    wiphy_register ENOMEM EINVAL
    hci_alloc_dev_priv NULL as=hci_alloc_dev
    hci_register_dev ENOMEM EINVAL
  `,
  block: `
    __register_blkdev EBUSY ENOMEM EINVAL as=register_blkdev
    register_blkdev EBUSY ENOMEM EINVAL in=-5.10
    blk_mq_alloc_tag_set ENOMEM EINVAL
    blk_mq_alloc_sq_tag_set ENOMEM EINVAL
    blk_mq_init_queue ERR_PTR ENOMEM in=-6.8
    blk_mq_alloc_queue ERR_PTR ENOMEM in=6.9-
    blk_mq_init_sq_queue ERR_PTR ENOMEM in=-5.14
    __blk_mq_alloc_disk ERR_PTR ENOMEM as=blk_mq_alloc_disk in=5.14-
    __blk_alloc_disk ERR_PTR ENOMEM NULL as=blk_alloc_disk
    __alloc_disk_node NULL as=alloc_disk in=-5.14
    blk_alloc_queue NULL in=-5.14
    device_add_disk ENOMEM EEXIST as=add_disk
    blk_mq_alloc_request ERR_PTR EAGAIN ENOMEM
    bio_alloc_bioset NULL as=bio_alloc
    bio_alloc_clone NULL
    bio_add_page zero
    bioset_init ENOMEM
    blkdev_get_by_path ERR_PTR ENOENT EACCES ENOMEM in=-6.4
    submit_bio_wait EIO
    blk_rq_map_kern EINVAL ENOMEM
    scsi_host_alloc NULL
    scsi_add_host_with_dma ENOMEM EINVAL as=scsi_add_host
    scsi_execute_cmd EIO in=6.3-
    ata_host_alloc NULL
    mmc_alloc_host NULL
    devm_mmc_alloc_host NULL in=6.4-
    mmc_add_host ENOMEM EINVAL
    mmc_wait_for_cmd ETIMEDOUT EILSEQ
    nvme_init_ctrl ENOMEM
    mtd_device_parse_register ENOMEM ENODEV as=mtd_device_register
  `,
  iio: `
    iio_device_alloc NULL
    devm_iio_device_alloc NULL
    __iio_device_register ENOMEM EINVAL as=iio_device_register
    __devm_iio_device_register ENOMEM EINVAL as=devm_iio_device_register
    devm_iio_triggered_buffer_setup_ext ENOMEM as=devm_iio_triggered_buffer_setup
    iio_triggered_buffer_setup_ext ENOMEM as=iio_triggered_buffer_setup
    __devm_iio_trigger_alloc NULL as=devm_iio_trigger_alloc
    devm_iio_trigger_alloc NULL in=-5.12
    devm_iio_trigger_register ENOMEM EINVAL
    devm_iio_channel_get ERR_PTR EPROBE_DEFER ENODEV
    iio_read_channel_raw EIO EINVAL
    iio_push_to_buffers EBUSY
    iio_device_claim_direct_mode EBUSY in=-6.16
    __iio_device_claim_direct false as=iio_device_claim_direct in=6.14-
    devm_counter_alloc NULL
    devm_counter_add ENOMEM
  `,
  hwmon: `
    hwmon_device_register_with_info ERR_PTR ENOMEM EINVAL
    hwmon_device_register_with_groups ERR_PTR ENOMEM EINVAL
    devm_hwmon_device_register_with_info ERR_PTR ENOMEM EINVAL
    devm_hwmon_device_register_with_groups ERR_PTR ENOMEM EINVAL
    thermal_zone_device_register_with_trips ERR_PTR ENOMEM EINVAL
    thermal_cooling_device_register ERR_PTR ENOMEM
  `,
  watchdog: `
    watchdog_register_device ENOMEM EBUSY
    devm_watchdog_register_device ENOMEM EBUSY
    watchdog_init_timeout EINVAL
  `,
  rtc: `
    devm_rtc_allocate_device ERR_PTR ENOMEM
    __devm_rtc_register_device ENOMEM EINVAL as=devm_rtc_register_device
    __rtc_register_device ENOMEM EINVAL as=rtc_register_device in=-5.10
    devm_rtc_device_register ERR_PTR ENOMEM
    rtc_read_time EIO EINVAL
  `,
  media: `
    v4l2_device_register ENOMEM EINVAL
    __video_register_device ENFILE ENOMEM as=video_register_device
    video_device_alloc NULL
    v4l2_ctrl_handler_init_class ENOMEM as=v4l2_ctrl_handler_init
    v4l2_ctrl_new_std NULL
    v4l2_ctrl_new_custom NULL
    v4l2_ctrl_handler_setup EIO
    v4l2_async_register_subdev ENOMEM in=-6.5
    v4l2_async_nf_register ENOMEM
    vb2_queue_init EINVAL
    vb2_plane_vaddr NULL
    media_entity_pads_init E2BIG
    __media_device_register ENOMEM EBUSY as=media_device_register
    drm_dev_register ENOMEM EEXIST
    __devm_drm_dev_alloc ERR_PTR ENOMEM as=devm_drm_dev_alloc
    drmm_kmalloc NULL as=drmm_kzalloc
    snd_card_new ENOMEM EBUSY
    snd_card_register ENOMEM EBUSY
    snd_pcm_new ENOMEM EBUSY
    snd_ctl_add ENOMEM EBUSY
    devm_snd_soc_register_component ENOMEM EINVAL
    devm_snd_soc_register_card EPROBE_DEFER ENOMEM
    rc_allocate_device NULL
    rc_register_device ENOMEM
  `
};

// src/text/nearest-name.ts
function nearestName(name, candidates) {
  const [nearest] = nearestNames(name, candidates, 1);
  return nearest;
}
function nearestNames(name, candidates, count) {
  const allowedEdits = Math.max(1, Math.floor(name.length / 3));
  return candidates.map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) })).filter(({ edits }) => edits <= allowedEdits).sort((a, b) => a.edits - b.edits).slice(0, count).map(({ candidate }) => candidate);
}
function editDistance(from, to) {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row, column) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1)];
      if (swapped) edits.push(at(row - 2, column - 2) + 1);
      current.push(Math.min(...edits));
    }
  }
  return at(from.length, to.length);
}

// src/calls/errno.ts
var table = `
EPERM 1 ENOENT 2 ESRCH 3 EINTR 4 EIO 5 ENXIO 6 E2BIG 7 ENOEXEC 8 EBADF 9 ECHILD 10 EAGAIN 11 ENOMEM 12 EACCES 13
EFAULT 14 ENOTBLK 15 EBUSY 16 EEXIST 17 EXDEV 18 ENODEV 19 ENOTDIR 20 EISDIR 21 EINVAL 22 ENFILE 23 EMFILE 24 ENOTTY 25
ETXTBSY 26 EFBIG 27 ENOSPC 28 ESPIPE 29 EROFS 30 EMLINK 31 EPIPE 32 EDOM 33 ERANGE 34 EDEADLK 35 ENAMETOOLONG 36
ENOLCK 37 ENOSYS 38 ENOTEMPTY 39 ELOOP 40 ENOMSG 42 EIDRM 43 ENODATA 61 ETIME 62 ENOSR 63 ENONET 64 ENOLINK 67
ECOMM 70 EPROTO 71 EMULTIHOP 72 EBADMSG 74 EOVERFLOW 75 EILSEQ 84 ERESTART 85 EUSERS 87 EDESTADDRREQ 89 EMSGSIZE 90
EPROTONOSUPPORT 93 EOPNOTSUPP 95 EPFNOSUPPORT 96 EAFNOSUPPORT 97 EADDRINUSE 98 EADDRNOTAVAIL 99 ENETDOWN 100
ENETUNREACH 101 ENETRESET 102 ECONNABORTED 103 ECONNRESET 104 ENOBUFS 105 EISCONN 106 ENOTCONN 107 ESHUTDOWN 108
ETIMEDOUT 110 ECONNREFUSED 111 EHOSTDOWN 112 EHOSTUNREACH 113 EALREADY 114 EINPROGRESS 115 ESTALE 116 EUCLEAN 117
EREMOTEIO 121 EDQUOT 122 ENOMEDIUM 123 EMEDIUMTYPE 124 ECANCELED 125 ENOKEY 126 EKEYEXPIRED 127 EKEYREVOKED 128
EKEYREJECTED 129 EOWNERDEAD 130 ENOTRECOVERABLE 131 ERFKILL 132 EHWPOISON 133 ERESTARTSYS 512 ERESTARTNOINTR 513
ERESTARTNOHAND 514 ENOIOCTLCMD 515 EPROBE_DEFER 517 ENOTSUPP 524
`;
var pairs = table.trim().split(/\s+/);
var errnos = new Map(
  pairs.flatMap((name, at) => at % 2 === 0 ? [[name, Number(pairs[at + 1])]] : [])
);

// src/calls/outcome.ts
var plainOutcomes = /* @__PURE__ */ new Map([
  ["NULL", { kind: "value", value: 0 }],
  // Booleans, and counts of what was done.
  ["false", { kind: "value", value: 0 }],
  ["zero", { kind: "value", value: 0 }],
  // Waiting returns what is left of the time.
  ["timeout", { kind: "value", value: 0 }],
  // DMA_MAPPING_ERROR, and registers of a device that is gone.
  ["ones", { kind: "value", value: -1 }]
]);
var descriptions = ["ERR_PTR"];
var outcomeNames = [...plainOutcomes.keys(), "uncopied", ...errnos.keys()];
function parseOutcomes(words2) {
  const outcomes = [];
  for (const word of words2) {
    if (descriptions.includes(word)) continue;
    const outcome = parseOutcome(word);
    if (outcome === void 0) return { unknown: word, nearest: nearestNames(word, outcomeNames, 3) };
    outcomes.push(outcome);
  }
  return outcomes;
}
function parseOutcome(word) {
  const plain = plainOutcomes.get(word);
  if (plain !== void 0) return { name: word, ...plain };
  const [, argument] = /^uncopied:([0-5])$/.exec(word) ?? [];
  if (argument !== void 0) return { name: "uncopied", kind: "argument", value: Number(argument) };
  const [, register, name = ""] = /^(?:(get|put):)?(E[A-Z0-9_]+)$/.exec(word) ?? [];
  const number = errnos.get(name);
  if (number === void 0) return void 0;
  return { name, kind: register === "get" || register === "put" ? register : "value", value: -number };
}

// src/calls/failable.ts
var lineForm = "SYMBOL OUTCOME \u2026 [group=NAME] [as=NAME,NAME] [in=FIRST-LAST]";
var settingNames = ["group", "as", "in"];
function parseFailable(line, defaultGroup) {
  const words2 = line.trim().split(/\s+/);
  const [symbol = "", ...rest] = words2.filter((word) => !word.includes("="));
  const settings = /* @__PURE__ */ new Map();
  for (const word of words2.filter((candidate) => candidate.includes("="))) {
    const [key = "", value = ""] = word.split("=", 2);
    if (!settingNames.includes(key) || value === "" || settings.has(key)) return wrongSetting(word);
    settings.set(key, value);
  }
  if (!/^[A-Za-z_][\w.]{0,126}$/.test(symbol))
    return {
      message: `expected the name of a function, found ${JSON.stringify(symbol)}`,
      hint: `A line is ${lineForm}.`
    };
  const outcomes = parseOutcomes(rest);
  if ("unknown" in outcomes) return unknownOutcome(symbol, outcomes);
  if (outcomes.length === 0)
    return {
      message: `expected how ${symbol} fails, found nothing`,
      hint: "Say NULL, ERR_PTR ENOMEM, an error such as EBUSY, false, zero, timeout, ones or uncopied:ARGUMENT."
    };
  const [, since, until] = /^(\d+\.\d+)?-(\d+\.\d+)?$/.exec(settings.get("in") ?? "-") ?? [];
  return {
    symbol,
    group: settings.get("group") ?? defaultGroup,
    calledAs: settings.get("as")?.split(",") ?? [],
    outcomes,
    since,
    until
  };
}
function unknownOutcome(symbol, { unknown, nearest }) {
  return {
    message: `${symbol}: ${JSON.stringify(unknown)} is no way to fail`,
    hint: nearest.length === 0 ? "Say NULL, ERR_PTR ENOMEM, an error such as EBUSY, false, zero, timeout, ones or uncopied:ARGUMENT." : `Did you mean ${nearest.join(" or ")}?`
  };
}
function wrongSetting(word) {
  const [key = ""] = word.split("=", 1);
  const [nearest] = nearestNames(key, settingNames, 1);
  return {
    message: `expected group=, as= or in=, each once and with a value, found ${JSON.stringify(word)}`,
    hint: nearest === void 0 || nearest === key ? `A line is ${lineForm}.` : `Did you mean ${nearest}=?`
  };
}

// src/calls/catalogue.ts
var catalogue = [memory, hardware, kernel, subsystems].flatMap(
  (groups) => Object.entries(groups).flatMap(
    ([group, text]) => text.trim().split("\n").map((line) => entry(line, group))
  )
);
function entry(line, group) {
  const parsed = parseFailable(line, group);
  if ("message" in parsed) throw new Error(`Internal error: the catalogue of calls: ${line.trim()}: ${parsed.message}`);
  return parsed;
}

// src/device/fault/fault-spec.ts
var FaultSyntaxError = class extends Error {
  name = "FaultSyntaxError";
};
function readSettings(kind, words2, known) {
  const settings = /* @__PURE__ */ new Map();
  for (const word of words2) {
    const [, key, value] = /^([a-z]+)=(.*)$/s.exec(word) ?? [];
    if (key === void 0 || value === void 0) throw new FaultSyntaxError(`expected key=value, found "${word}"`);
    if (!known.includes(key))
      throw new FaultSyntaxError(`${kind} has no setting "${key}"; its settings are ${known.join(", ")}`);
    if (settings.has(key)) throw new FaultSyntaxError(`"${key}" is given twice`);
    settings.set(key, value);
  }
  return settings;
}
function readName(settings, key) {
  const name = settings.get(key);
  if (name !== void 0 && !/^[A-Za-z0-9._-]+$/.test(name))
    throw wrong(key, 'letters, digits, ".", "_" and "-"', name);
  return name;
}
var units = { us: 1, ms: 1e3, s: 1e6 };
function readNumber(settings, key, { min, max = Number.MAX_SAFE_INTEGER, absent }) {
  const expected = `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max}`}`;
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw wrong(key, expected, text);
  return value;
}
function readMask(settings, key, absent) {
  const expected = "a number such as 0x10";
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  if (!/^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text)) throw wrong(key, expected, text);
  return BigInt(text);
}
function readDuration(settings, key, absentUs, maxUs = 36e8) {
  const expected = `a time such as 100us, 5ms or 1s, up to ${maxUs / 1e6}s`;
  const text = settings.get(key) ?? given(key, absentUs === void 0 ? void 0 : `${absentUs}us`, expected);
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)(us|ms|s)$/.exec(text) ?? [];
  const valueUs = Number(amount) * (units[unit] ?? NaN);
  if (amount === "" || !(valueUs <= maxUs)) throw wrong(key, expected, text);
  return valueUs;
}
function readProbability(text) {
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (!(value > 0 && value <= 1)) throw wrong("probability", "a number above 0 and up to 1", text);
  return value;
}
function readChoice(settings, key, words2) {
  const text = settings.get(key) ?? words2[0];
  const choice = words2.find((word) => word === text);
  if (choice === void 0) throw wrong(key, words2.join(" or "), text);
  return choice;
}
function wrong(key, expected, found) {
  return new FaultSyntaxError(`${key}: expected ${expected}, found "${found}"`);
}
function given(key, absent, expected) {
  if (absent === void 0) throw new FaultSyntaxError(`${key} is missing: expected ${expected}`);
  return absent;
}

// src/device/fault/trigger.ts
var neverNth = Number.MAX_SAFE_INTEGER;
function randomNumbers(seed) {
  let state = BigInt(seed);
  const next = () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
  for (let index = 0; index < 4; index++) next();
  return next;
}
var FaultCounter = class {
  #name;
  #decide;
  #counted = 0;
  #fired = 0;
  #hits = {};
  #isCleared = false;
  constructor({ id, text, trigger }) {
    this.#name = { id, text };
    this.#decide = decider(trigger);
  }
  get report() {
    return { ...this.#name, fired: this.#fired, counted: this.#counted, ...this.#hits, isCleared: this.#isCleared };
  }
  get hasFired() {
    return this.#fired > 0;
  }
  get isCleared() {
    return this.#isCleared;
  }
  /** Counts a matching access, and returns whether it is hit. */
  hits(describe) {
    if (!this.#decide(++this.#counted)) return false;
    this.#hit(describe());
    return true;
  }
  /** Counts an access that is hit because of an earlier one, without a decision. */
  again(hit) {
    this.#counted++;
    this.#hit(hit);
  }
  #hit(last) {
    this.#fired++;
    this.#hits = { first: this.#hits.first ?? last, last };
  }
  clear() {
    this.#isCleared = true;
  }
};
var triggerSettings = ["nth", "from", "every", "probability", "seed"];
function readTrigger(settings) {
  const chosen = ["nth", "from", "every", "probability"].filter((key) => settings.has(key));
  if (chosen.length > 1) throw new FaultSyntaxError(`${chosen.join(" and ")} exclude each other`);
  if (settings.has("seed") && chosen[0] !== "probability") throw new FaultSyntaxError("seed needs probability");
  switch (chosen[0]) {
    case "nth":
      return { kind: "nth", nth: readNumber(settings, "nth", { min: 1 }) };
    case "from":
      return { kind: "from", nth: readNumber(settings, "from", { min: 1 }) };
    case "every":
      return { kind: "every", period: readNumber(settings, "every", { min: 1 }) };
    case "probability":
      return {
        kind: "probability",
        probability: readProbability(settings.get("probability") ?? ""),
        seed: readNumber(settings, "seed", { min: 0, max: 4294967295, absent: 1 })
      };
    case void 0:
    default:
      return { kind: "always" };
  }
}
function decider(trigger) {
  switch (trigger.kind) {
    case "always":
      return () => true;
    case "nth":
      return (count) => count === trigger.nth;
    case "from":
      return (count) => count >= trigger.nth;
    case "every":
      return (count) => count % trigger.period === 0;
    case "probability": {
      const next = randomNumbers(trigger.seed);
      return () => next() < trigger.probability;
    }
  }
}

// src/calls/call-fault.ts
var callFaultKind = "call-fail";
var maxLength = 1e3;
var ownSettings = ["function", "group", "value", "module", "at", "id"];
function isCallFault(text) {
  return /^call-fail(\s|$)/.test(text.trim());
}
function onlyCounts({ trigger }) {
  return trigger.kind === "nth" && trigger.nth === neverNth;
}
function parseCallFault(text) {
  const line = text.trim();
  try {
    if (line.length > maxLength)
      throw new FaultSyntaxError(`expected at most ${maxLength} characters, found ${line.length}`);
    return parseLine(line);
  } catch (error) {
    if (error instanceof FaultSyntaxError)
      throw new FaultSyntaxError(`fault "${line.slice(0, 200)}": ${error.message}`);
    throw error;
  }
}
function parseLine(line) {
  const [kind = "", ...words2] = line.split(/\s+/);
  const settings = readSettings(kind, words2, [...ownSettings, ...triggerSettings]);
  const module = readName(settings, "module");
  const functionGlob = settings.get("function");
  const groups = settings.get("group")?.split(",");
  const value = settings.get("value");
  const place = settings.get("at");
  if (place !== void 0 && !/^[\w.]{1,100}\+0x[\da-f]{1,8}(?:\/0x[\da-f]{1,8})?$/.test(place))
    throw new FaultSyntaxError(`at: expected a place such as edu_probe+0x1e7, as timelines have it, found "${place}"`);
  if (functionGlob !== void 0 && !/^[\w.*?]+$/.test(functionGlob))
    throw new FaultSyntaxError(`function: expected a name, in which * and ? match others, found "${functionGlob}"`);
  return {
    id: readName(settings, "id") ?? callFaultKind,
    ...module === void 0 ? {} : { module: module.replace(/\.ko$/, "").replaceAll("-", "_") },
    ...functionGlob === void 0 ? {} : { functionGlob },
    ...groups === void 0 ? {} : { groups },
    ...value === void 0 ? {} : { value },
    ...place === void 0 ? {} : { place },
    trigger: readTrigger(settings),
    text: line
  };
}

// src/calls/select-calls.ts
function selectCalls(fault, known) {
  try {
    return withOutcomes(fault, inGroups(fault, named(fault, known), known));
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new FaultSyntaxError(`fault "${fault.text.slice(0, 200)}": ${error.message}`);
  }
}
function named({ functionGlob }, known) {
  if (functionGlob === void 0) return known;
  const pattern = globPattern(functionGlob);
  const found = known.filter(({ symbol, calledAs }) => [symbol, ...calledAs].some((name) => pattern.test(name)));
  if (found.length > 0) return found;
  const names = new Set(known.flatMap(({ symbol, calledAs }) => [...calledAs, symbol]));
  const nearest = nearestNames(functionGlob, [...names], 3);
  throw new FaultSyntaxError(
    `no function "${functionGlob}" is known to fail; ` + (nearest.length === 0 ? "info/failable can add one" : `did you mean ${nearest.join(" or ")}?`)
  );
}
function globPattern(glob) {
  const source = glob.replaceAll(".", String.raw`\.`).replaceAll(/\*+/g, ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`);
}
function inGroups({ groups, functionGlob }, found, known) {
  if (groups === void 0) return found;
  const all = [...new Set(known.map(({ group }) => group))];
  for (const group of groups) if (!all.includes(group)) throw unknownGroup(group, all);
  const inside = found.filter(({ group }) => groups.includes(group));
  if (inside.length > 0) return inside;
  const own = [...new Set(found.map(({ group }) => group))].join(" and ");
  throw new FaultSyntaxError(`function=${functionGlob ?? "*"} is in the group ${own}, not in ${groups.join(" or ")}`);
}
function unknownGroup(group, all) {
  const [nearest] = nearestNames(group, all, 1);
  const meant = nearest === void 0 ? "" : `did you mean ${nearest}? `;
  return new FaultSyntaxError(`unknown group "${group}"; ${meant}The groups are ${all.join(", ")}`);
}
function withOutcomes({ value }, found) {
  const selected = found.flatMap((candidate) => {
    const outcome = candidate.outcomes.find(({ name }) => value === void 0 || name === value);
    return outcome === void 0 ? [] : [{ function: candidate, outcome }];
  });
  if (selected.length > 0 || value === void 0) return selected;
  const possible = [...new Set(found.flatMap(({ outcomes }) => outcomes.map(({ name }) => name)))];
  if (outcomeNames.includes(value))
    throw new FaultSyntaxError(`these functions do not fail with ${value}; they fail with ${possible.join(", ")}`);
  const nearest = nearestNames(value, [.../* @__PURE__ */ new Set([...possible, ...outcomeNames])], 3);
  throw new FaultSyntaxError(
    `unknown value "${value}"; ` + (nearest.length === 0 ? `the values are ${possible.join(", ")}` : `did you mean ${nearest.join(" or ")}?`)
  );
}

// src/engine/call-faults.ts
function callProblems(suite) {
  const lines = suite.failable ?? [];
  return [
    ...lines.flatMap(failableProblem),
    ...repeatedLines(lines),
    ...suite.tests.flatMap((test) => callFaults(test).flatMap((fault) => callFaultProblems(fault, suite))),
    ...withoutModules(suite)
  ];
}
function callFaults({ faults }) {
  return faults.filter(({ text }) => isCallFault(text));
}
function failableProblem({ text, file, line }) {
  const parsed = parseFailable(text, ownGroup);
  return "message" in parsed ? [{ file, line, ...parsed }] : [];
}
function repeatedLines(lines) {
  const first = /* @__PURE__ */ new Map();
  return lines.flatMap(({ text, file, line }) => {
    const [symbol = ""] = text.split(/\s+/, 1);
    const earlier = first.get(symbol);
    if (earlier === void 0) first.set(symbol, line);
    return earlier === void 0 ? [] : [{ file, line, message: `${symbol} is in line ${earlier}, too`, hint: "Say in one line how it fails." }];
  });
}
function callFaultProblems({ text, file, line }, suite) {
  try {
    selectCalls(parseCallFault(text), knownFunctions(suite));
    return [];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: "docs/error-paths.md describes faults of calls." }];
  }
}
function withoutModules(suite) {
  if (suite.moduleDirectories.length > 0) return [];
  const lines = [...(suite.failable ?? []).slice(0, 1), ...suite.tests.flatMap((test) => callFaults(test).slice(0, 1))];
  return lines.map(({ file, line }) => ({
    file,
    line,
    message: "the calls of the suite's own modules can fail, and it builds none",
    hint: "Add info/modules to the suite: the directories of its drivers, one in each line."
  }));
}
var ownGroup = "suite";
function knownFunctions({ failable = [] }) {
  const own = failable.flatMap(({ text }) => {
    const parsed = parseFailable(text, ownGroup);
    return "message" in parsed ? [] : [parsed];
  });
  const names = new Set(own.map(({ symbol }) => symbol));
  return [...own, ...catalogue.filter(({ symbol }) => !names.has(symbol))];
}

// src/device/fault/catalogue/exchange-faults.ts
var exchangeFaults = {
  stall: {
    targets: ["transfer"],
    about: "the endpoint refuses the transfer, and the following ones until it is told to go on",
    settings: [],
    effect: () => ({ kind: "stall" })
  },
  nak: {
    targets: ["transfer", "message"],
    about: "USB: no answer, so that the driver waits; I2C: no acknowledge, or only for the byte byte=1",
    settings: ["byte"],
    effect: (s) => ({
      kind: "nak",
      ...s.has("byte") ? { byte: readNumber(s, "byte", { min: 1, max: 65535 }) } : {}
    })
  },
  short: {
    targets: ["transfer"],
    about: "the transfer ends early, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "short", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  corrupt: {
    targets: ["transfer", "message", "exchange", "frame", "can-frame"],
    about: "one byte arrives changed, byte=0 mask=0xff",
    settings: ["byte", "mask"],
    effect: (s) => ({
      kind: "corrupt",
      byte: readNumber(s, "byte", { min: 0, absent: 0 }),
      mask: readNumber(s, "mask", { min: 1, max: 255, absent: 255 })
    })
  },
  babble: {
    targets: ["transfer"],
    about: "the device sends more than it was asked for",
    settings: [],
    effect: () => ({ kind: "babble" })
  },
  "io-error": {
    targets: ["transfer"],
    about: "the transfer ends with a transaction error, and the following ones at its endpoint, too, times=1 in all",
    settings: ["times"],
    effect: (s) => ({ kind: "io-error", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  late: {
    targets: ["transfer", "exchange"],
    about: "the answer comes later, by=5ms; nothing else waits",
    settings: ["by"],
    effect: (s) => ({ kind: "late", byUs: readDuration(s, "by") })
  },
  stretch: {
    targets: ["message"],
    about: "the device holds the clock low before it answers, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "stretch", byUs: readDuration(s, "by") })
  },
  "arbitration-lost": {
    targets: ["message"],
    about: "another master takes the bus",
    settings: [],
    effect: () => ({ kind: "arbitration-lost" })
  },
  "bus-error": {
    targets: ["message", "exchange"],
    about: "the controller reports an error of the bus",
    settings: [],
    effect: () => ({ kind: "bus-error" })
  },
  "stuck-low": {
    targets: ["message"],
    about: "the data line stays low, so that nothing passes until the fault is cleared",
    settings: [],
    effect: () => ({ kind: "stuck-low" })
  },
  "miso-stuck": {
    targets: ["exchange"],
    about: "what the device sends reads all zeros or all ones, at=0|1",
    settings: ["at"],
    effect: (s) => ({ kind: "miso-stuck", at: readNumber(s, "at", { min: 0, max: 1, absent: 1 }) === 0 ? 0 : 1 })
  }
};

// src/device/can/can-error.ts
var frameErrors = ["ack", "bit", "stuff", "form", "crc"];

// src/device/fault/catalogue/frame-faults.ts
var frameFaults = {
  drop: {
    targets: ["frame", "can-frame"],
    about: "the frame never arrives",
    settings: [],
    effect: () => ({ kind: "drop" })
  },
  delay: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives later, by=5ms; later ones may overtake it",
    settings: ["by"],
    effect: (s) => ({ kind: "delay", byUs: readDuration(s, "by") })
  },
  duplicate: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives again at once, times=1",
    settings: ["times"],
    effect: (s) => ({ kind: "duplicate", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  reorder: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives after the next one of its direction",
    settings: [],
    effect: () => ({ kind: "reorder" })
  },
  truncate: {
    targets: ["frame", "can-frame"],
    about: "only the first bytes arrive, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "truncate", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  "error-frame": {
    targets: ["can-frame"],
    about: "the frame does not get through, and its sender reports why, what=ack|bit|stuff|form|crc",
    settings: ["what"],
    effect: (s) => ({ kind: "error-frame", what: readChoice(s, "what", frameErrors) })
  },
  "bus-off": {
    targets: ["can-frame"],
    about: "the sender has had too many errors and leaves the bus, until its interface is started again",
    settings: [],
    effect: () => ({ kind: "bus-off" })
  },
  "line-stuck": {
    targets: ["line"],
    about: "the line does not change",
    settings: [],
    effect: () => ({ kind: "line-stuck" })
  },
  "line-bounce": {
    targets: ["line"],
    about: "the line goes back and forth before it stays, times=3 apart=1ms",
    settings: ["times", "apart"],
    effect: (s) => ({
      kind: "line-bounce",
      times: readNumber(s, "times", { min: 1, max: 1e3, absent: 3 }),
      everyUs: readDuration(s, "apart", 1e3)
    })
  }
};

// src/device/fault/catalogue/register-faults.ts
var maxLateUs = 3e7;
var registerFaults = {
  "irq-drop": {
    targets: ["interrupt"],
    about: "the interrupt never comes",
    settings: [],
    effect: () => ({ kind: "irq-drop" })
  },
  "irq-delay": {
    targets: ["interrupt"],
    about: "the interrupt comes later, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "irq-delay", byUs: readDuration(s, "by") })
  },
  "irq-duplicate": {
    targets: ["interrupt"],
    about: "the interrupt comes again at once, times=1",
    settings: ["times"],
    effect: (s) => ({ kind: "irq-duplicate", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  "irq-storm": {
    targets: ["interrupt"],
    about: "the interrupt comes again and again, times=1000 apart=100us",
    settings: ["times", "apart"],
    effect: (s) => ({
      kind: "irq-storm",
      times: readNumber(s, "times", { min: 1, max: 1e6, absent: 1e3 }),
      everyUs: readDuration(s, "apart", 100)
    })
  },
  "dma-fail": {
    targets: ["dma"],
    about: "the transfer ends with an error",
    settings: [],
    effect: () => ({ kind: "dma-fail" })
  },
  "dma-hang": {
    targets: ["dma"],
    about: "the transfer never ends",
    settings: [],
    effect: () => ({ kind: "dma-hang" })
  },
  "dma-truncate": {
    targets: ["dma"],
    about: "only the first bytes arrive, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "dma-truncate", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  "dma-corrupt": {
    targets: ["dma"],
    about: "one byte arrives changed, byte=0 mask=0xff",
    settings: ["byte", "mask"],
    effect: (s) => ({
      kind: "dma-corrupt",
      byte: readNumber(s, "byte", { min: 0, absent: 0 }),
      mask: readNumber(s, "mask", { min: 1, max: 255, absent: 255 })
    })
  },
  "dma-misdirect": {
    targets: ["dma"],
    about: "the transfer goes to another address, by=0x1000",
    settings: ["by"],
    effect: (s) => ({ kind: "dma-misdirect", by: readMask(s, "by", 0x1000n) })
  },
  "read-ones": {
    targets: ["read"],
    about: "the register reads all ones, as if nothing were there",
    settings: [],
    effect: () => ({ kind: "read-ones" })
  },
  "read-stuck": {
    targets: ["read", "message", "exchange"],
    about: "some bits always read the same, bits=0x1 at=0|1",
    settings: ["bits", "at"],
    effect: (s) => ({
      kind: "read-stuck",
      bits: readMask(s, "bits"),
      at: readNumber(s, "at", { min: 0, max: 1 }) === 0 ? 0 : 1
    })
  },
  "read-late": {
    targets: ["read"],
    about: "the answer takes its time, and the machine waits, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "read-late", byUs: readDuration(s, "by", void 0, maxLateUs) })
  },
  "write-ignore": {
    targets: ["write"],
    about: "the write has no effect",
    settings: [],
    effect: () => ({ kind: "write-ignore" })
  }
};

// src/device/fault/fault-catalogue.ts
var faultCatalogue = {
  ...registerFaults,
  ...exchangeFaults,
  ...frameFaults,
  "device-remove": {
    targets: ["any"],
    about: "the device is pulled out, for good",
    settings: [],
    effect: () => ({ kind: "device-remove" })
  },
  "link-down": {
    targets: ["any"],
    about: "nothing passes between device and machine until the fault is cleared",
    settings: [],
    effect: () => ({ kind: "link-down" })
  }
};
var commonSettings = ["id", "device", ...triggerSettings];
var filterSettings = {
  interrupt: ["vector"],
  dma: ["direction"],
  read: ["register", "bar", "range"],
  write: ["register", "bar", "range"],
  transfer: ["endpoint", "request", "direction"],
  message: ["register", "direction"],
  exchange: ["command", "register"],
  line: ["line", "direction"],
  frame: ["direction"],
  "can-frame": ["direction"],
  any: ["register", "bar", "range", "endpoint", "request", "command", "line"]
};

// src/device/fault/parse-fault.ts
var maxFaultLength = 1e3;
function parseFault(text) {
  const line = text.trim();
  try {
    return parseLine2(line);
  } catch (error) {
    if (error instanceof FaultSyntaxError)
      throw new FaultSyntaxError(`fault "${line.slice(0, 200)}": ${error.message}`);
    throw error;
  }
}
function parseLine2(line) {
  if (line.length > maxFaultLength)
    throw new FaultSyntaxError(`expected at most ${maxFaultLength} characters, found ${line.length}`);
  const [kind = "", ...words2] = line.split(/\s+/);
  if (!isFaultKind(kind))
    throw new FaultSyntaxError(`unknown fault "${kind}"; the faults are ${Object.keys(faultCatalogue).join(", ")}`);
  const description = faultCatalogue[kind];
  const settings = readSettings(kind, words2, [
    ...description.settings,
    ...new Set(description.targets.flatMap((target) => filterSettings[target])),
    ...commonSettings
  ]);
  return {
    id: readName(settings, "id") ?? kind,
    ...optional("device", readName(settings, "device")),
    effect: description.effect(settings),
    filter: readFilter(settings, description),
    trigger: readTrigger(settings),
    text: line
  };
}
function isFaultKind(text) {
  return Object.hasOwn(faultCatalogue, text);
}
function readFilter(settings, { targets }) {
  return {
    ...optional("register", readName(settings, "register")),
    ...optional("bar", settings.has("bar") ? readNumber(settings, "bar", { min: 0, max: 5 }) : void 0),
    ...optional("range", readRange(settings)),
    ...optional("vector", settings.has("vector") ? readNumber(settings, "vector", { min: 0, max: 2047 }) : void 0),
    ...optional("direction", readDirection(settings, targets.includes("dma") ? ["read", "write"] : ["in", "out"])),
    ...optional("endpoint", readName(settings, "endpoint")),
    ...optional("request", readName(settings, "request")),
    ...optional("command", readName(settings, "command")),
    ...optional("line", readName(settings, "line"))
  };
}
function readRange(settings) {
  const text = settings.get("range");
  if (text === void 0) return void 0;
  const [, first = "", last = first] = /^(0x[0-9a-f]{1,8}|\d{1,10})(?:-(0x[0-9a-f]{1,8}|\d{1,10}))?$/i.exec(text) ?? [];
  if (first === "" || Number(last) < Number(first))
    throw wrong("range", "offsets such as 0x10-0x1f (the lower one first)", text);
  return { from: Number(first), to: Number(last) };
}
function readDirection(settings, ways) {
  const text = settings.get("direction");
  if (text === void 0) return void 0;
  const direction = ways.find((way) => way === text);
  if (direction === void 0) throw wrong("direction", ways.join(" or "), text);
  return direction;
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}

// src/device-host/tree-place.ts
var treePlace = "tree";

// src/plan/device-args.ts
function devicesOf({ suite, test }) {
  const own = new Map(test.devices.map((device) => [device.id, device]));
  const suites = suite.devices.map((device) => own.get(device.id) ?? device);
  return [...suites, ...test.devices.filter(({ id }) => !suites.some((device) => device.id === id))];
}
function splitDeviceArgs(args, stays) {
  const plugged = [];
  const staying = [];
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? "";
    const value = args[index + 1];
    if (isDevice(option) && value !== void 0) {
      index++;
      if (stays(driverOf(value))) staying.push(option, value);
      else plugged.push(value);
    } else {
      staying.push(option);
    }
  }
  return { plugged, staying };
}
function isDevice(option) {
  return option === "-device" || option === "--device";
}
function driverOf(value) {
  if (value.startsWith("{")) return /"driver"\s*:\s*"([^"]*)"/.exec(value)?.[1] ?? "";
  return (value.split(",", 1)[0] ?? "").replace(/^driver=/, "");
}

// src/plan/device-tree.ts
var treePower = "fixed";
function waits(tree) {
  return tree !== void 0 && tree.devices.length > 0;
}
function modulesAtBoot(modules, tree) {
  return waits(tree) ? modules.filter((name) => name !== treePower) : modules;
}
function treePlanOf(planned, models) {
  if (!takesNodes(planned)) return void 0;
  const devices = devicesOf(planned).flatMap(({ id, path }) => {
    const model = models.get(path);
    return model === void 0 ? [] : [{ id, facts: model.facts }];
  });
  const fragments = fragmentsOf(planned);
  return devices.length + fragments.length === 0 ? void 0 : { devices, fragments };
}
function isInTree(planned, path, models) {
  return models.has(path) && takesNodes(planned);
}
function takesNodes({ cell }) {
  return architectureOf(cell.arch).guest.noTree === void 0;
}
function fragmentsOf({ suite, test }) {
  return [suite, test].flatMap(({ deviceTree }) => deviceTree ?? []);
}
function missingTree(planned, models) {
  const reason = architectureOf(planned.cell.arch).guest.noTree;
  if (reason === void 0) return void 0;
  const device = devicesOf(planned).find(({ path }) => models.get(path)?.isOnly === true);
  if (device !== void 0) return { reason, device: device.id, file: device.file, line: device.line };
  const [fragment] = fragmentsOf(planned);
  return fragment && { reason, file: fragment.file, line: 1 };
}

// src/engine/machine-devices.ts
function machineDevices(planned, trees = /* @__PURE__ */ new Map()) {
  return devicesOf(planned).map(({ id, path, place, nic, parameters }) => ({
    id,
    path,
    ...isInTree(planned, path, trees) ? { place: treePlace } : place === void 0 ? {} : { place },
    ...nic === void 0 ? {} : { nic },
    parameters: Object.fromEntries(parameters),
    faults: faultsOf(planned, id).map(({ text }) => text)
  }));
}
function faultsOf(planned, id) {
  const devices = devicesOf(planned);
  return deviceFaults(planned.test).filter(({ text }) => ownerOf(parseFault(text), devices) === id);
}
function deviceFaults({ faults }) {
  return faults.filter(({ text }) => !isCallFault(text));
}
function ownerOf({ device }, devices) {
  if (device === void 0) return devices.length === 1 ? devices[0]?.id : void 0;
  return devices.some(({ id }) => id === device) ? device : void 0;
}
function deviceProblems(suite) {
  const lines = new Set([suite, ...suite.tests].flatMap(({ devices }) => devices));
  return [
    ...[...lines].flatMap(modelProblems),
    ...suite.tests.flatMap((test) => deviceFaults(test).flatMap((fault) => faultProblems(fault, suite, test)))
  ];
}
var modelFile = /\.(ts|mts|mjs|js)$/;
function modelProblems({ path, file, line }) {
  if (modelFile.test(path)) return [];
  return [
    {
      file,
      line,
      message: `expected a model, a file that ends in .ts or .mjs, found ${JSON.stringify(path)}`,
      hint: "docs/device-models.md describes models; devices built into QEMU go into info/qemu-args."
    }
  ];
}
function faultProblems({ text, file, line }, suite, test) {
  const devices = devicesOf({ suite, test });
  try {
    const spec = parseFault(text);
    if (ownerOf(spec, devices) !== void 0) return [];
    return [{ file, line, ...withoutTarget(spec, devices) }];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: "docs/device-models.md lists the faults." }];
  }
}
function withoutTarget({ text, device }, devices) {
  const ids = devices.map(({ id }) => id);
  if (ids.length === 0)
    return {
      message: `fault "${text}": expected a device model for it, found none`,
      hint: "Add one to info/devices of the suite or the test: ID PATH [key=value \u2026]."
    };
  if (device === void 0)
    return {
      message: `fault "${text}": expected device=ID, because there are ${ids.length} devices`,
      hint: `Add device=${ids.join(" or device=")}.`
    };
  return {
    message: `fault "${text}": no device ${device}`,
    hint: `The ${ids.length === 1 ? "only device is" : "devices are"} ${ids.join(", ")}.`
  };
}

// src/host/files/read-tree.ts
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync
} from "node:fs";
import { join, resolve } from "node:path";
function readTree(path) {
  const absolute = resolve(path);
  return readEntry(absolute, () => realpathSync(absolute));
}
function readEntry(path, realPathOf) {
  try {
    const stats = lstatSync(path);
    return stats.isSymbolicLink() ? readLink(path) : plainEntry(path, realPathOf(), stats);
  } catch (cause) {
    return leadsNowhere(cause) ? void 0 : { kind: "unreadable", path, reason: reasonOf(cause) };
  }
}
function readLink(path) {
  const text = readlinkSync(path);
  try {
    const resolvedPath = realpathSync(path);
    return { kind: "link", path, text, resolvedPath, target: plainEntry(path, resolvedPath, statSync(resolvedPath)) };
  } catch (cause) {
    if (leadsNowhere(cause)) return { kind: "link", path, text, resolvedPath: void 0, target: void 0 };
    return {
      kind: "link",
      path,
      text,
      resolvedPath: void 0,
      target: { kind: "unreadable", path, reason: reasonOf(cause) }
    };
  }
}
function plainEntry(path, realPath, stats) {
  if (stats.isDirectory()) return directoryAt(path, realPath);
  if (stats.isFile()) return fileAt(path, realPath, stats);
  return { kind: "other", path };
}
function directoryAt(path, realPath) {
  accessSync(realPath, constants.R_OK | constants.X_OK);
  let listed;
  return {
    kind: "directory",
    path,
    realPath,
    get entries() {
      return listed ??= listDirectory2(path, realPath);
    }
  };
}
function listDirectory2(path, realPath) {
  const entries = /* @__PURE__ */ new Map();
  for (const name of readdirSync(realPath).sort()) {
    const entryPath = join(path, name);
    const entry2 = readEntry(entryPath, () => join(realPath, name));
    entries.set(
      name,
      entry2 ?? { kind: "unreadable", path: entryPath, reason: "its name is not UTF-8, or it was deleted meanwhile" }
    );
  }
  return entries;
}
function fileAt(path, realPath, stats) {
  return {
    kind: "file",
    path,
    executable: (stats.mode & 73) !== 0,
    sizeBytes: stats.size,
    read: (limitBytes2) => readHead(realPath, limitBytes2)
  };
}
function readHead(realPath, limitBytes2) {
  try {
    const descriptor = openSync(realPath, "r");
    try {
      return readUpTo(descriptor, limitBytes2);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    return { kind: "unreadable", reason: reasonOf(cause) };
  }
}
function readUpTo(descriptor, limitBytes2) {
  const buffer = new Uint8Array(limitBytes2 + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return { kind: "bytes", bytes: buffer.slice(0, Math.min(filled, limitBytes2)), complete: filled <= limitBytes2 };
}
function leadsNowhere(cause) {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(cause) ?? "");
}
var reasons = {
  ENOENT: "it was deleted meanwhile",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EIO: "input/output error",
  ENAMETOOLONG: "the path is too long"
};
function reasonOf(cause) {
  const code = codeOf(cause);
  if (code === void 0) throw cause;
  return reasons[code] ?? code;
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}

// src/machine/user-arguments.ts
var winners = /* @__PURE__ */ new Map([
  ["-m", "memory"],
  ["-smp", "smp"],
  ["-cpu", "cpu"],
  ["-machine", "machine"],
  ["-M", "machine"]
]);
var refusals = /* @__PURE__ */ new Map([
  ["-kernel", "name the kernel with info/kernel or --kernel"],
  ["-initrd", "the initramfs is built for each kernel; put files into data/"],
  ["-accel", "choose the accelerator with --accel"],
  ["-enable-kvm", "choose the accelerator with --accel"],
  ["-incoming", "machines are started and cloned by the runner"],
  ["-loadvm", "machines are started and cloned by the runner"],
  ["-S", "the runner starts the guest"],
  ["-daemonize", "the runner watches its process"],
  ["-pidfile", "the runner watches its process"],
  ["-sandbox", "the sandbox stays on"],
  ["-runas", "the sandbox forbids it"],
  ["-run-with", "the runner stops the machine"],
  ["-qmp", "the monitor belongs to the runner"],
  ["-qmp-pretty", "the monitor belongs to the runner"],
  ["-mon", "the monitor belongs to the runner"],
  ["-monitor", "the monitor belongs to the runner"],
  ["-action", "a guest that powers off, resets or panics ends its test"],
  ["-preconfig", "the runner starts the guest"],
  ["-no-shutdown", "a guest that powers off ends its test"],
  ["-nographic", "there is no terminal; the console is in console.log"]
]);
function mergeUserArguments(places) {
  const won = {};
  const kernelParameters = [];
  const others = [];
  for (const args of places) {
    for (let index = 0; index < args.length; index++) {
      const option = normalise(args[index] ?? "");
      const winner = winners.get(option);
      if (winner !== void 0) won[winner] = args[++index] ?? "";
      else if (option === "-append") kernelParameters.push(args[++index] ?? "");
      else others.push(args[index] ?? "");
    }
  }
  const { memory: memory2, smp, cpu, machine } = won;
  return { memory: memory2, smp, cpu, machine, kernelParameters, others };
}
function refuseUserArguments(args) {
  for (const [index, argument] of args.entries()) {
    const option = normalise(argument);
    const instead = refusals.get(option);
    if (instead !== void 0) return `${argument} cannot be used here: ${instead}.`;
    if ((winners.has(option) || option === "-append") && args[index + 1] === void 0)
      return `${argument} needs a value: expected one after it, found nothing.`;
  }
  return void 0;
}
function normalise(argument) {
  return argument.startsWith("--") ? argument.slice(1) : argument;
}

// src/provision/initramfs/guest-files.ts
var agentPrefix = "agent-";
function agentFile(arch) {
  return `${agentPrefix}${arch}`;
}
function guestFilesFor(arch, files) {
  const agent = files.get(agentFile(arch));
  if (agent === void 0) throw new Error(`Internal error: there is no agent for ${arch}`);
  return new Map([...[...files].filter(([name]) => !name.startsWith(agentPrefix)), ["init", agent]]);
}

// src/plan/suite-specs.ts
import { join as join3 } from "node:path";

// src/plan/disk-spec.ts
import { resolve as resolve2 } from "node:path";

// src/plan/container-kernel-spec.ts
var form = "Write oci:REGISTRY/NAME:TAG or oci:REGISTRY/NAME@sha256:\u2026, for example oci:quay.io/lvh-images/kernel-images:6.6-main";
var maxNameChars = 255;
var component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
var tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
var hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;
function parseContainerKernel(text, rest) {
  const parsed = parseContainerImage(text, rest);
  return parsed.kind === "problem" ? parsed : { kind: "spec", spec: { kind: "container", text, image: parsed.spec } };
}
function parseContainerImage(text, rest) {
  if (rest === "") return specProblem(`${text}: expected an image, found nothing`, form);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest))
    return specProblem(
      `${text}: expected an image without ${rest.slice(0, rest.indexOf("//") + 2)}`,
      "A registry is asked over https, one on this machine (localhost) over http."
    );
  const at = rest.indexOf("@");
  const digest = at === -1 ? void 0 : rest.slice(at + 1);
  if (digest !== void 0 && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return specProblem(
      `${text}: expected @sha256: and 64 hexadecimal digits in lower case, found ${JSON.stringify(`@${digest}`)}`,
      form
    );
  const { registry, path } = splitRegistry(at === -1 ? rest : rest.slice(0, at));
  const colon = path.indexOf(":");
  const name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? void 0 : path.slice(colon + 1);
  const problem = problemOfNames(text, { registry, name, tag });
  if (problem !== void 0) return problem;
  const repository = registry === "docker.io" && !name.includes("/") ? `library/${name}` : name;
  const image = {
    registry,
    repository,
    tag: tag ?? (digest === void 0 ? "latest" : void 0),
    digest
  };
  return { kind: "spec", spec: image };
}
function splitRegistry(name) {
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  const isHost = first === "localhost" || /[.:]/.test(first);
  return isHost ? { registry: first, path: name.slice(slash + 1) } : { registry: "docker.io", path: name };
}
function problemOfNames(text, { registry, name, tag }) {
  if (!hostPattern.test(registry))
    return specProblem(`${text}: expected a registry such as quay.io or localhost:5000, found ${registry}`, form);
  if (name.length > maxNameChars || !repositoryPattern.test(name)) {
    const isUpperCase = repositoryPattern.test(name.toLowerCase());
    const what = isUpperCase ? "an image name in lower case" : "an image name";
    return specProblem(`${text}: expected ${what}, found ${JSON.stringify(name)}`, form);
  }
  if (tag !== void 0 && !tagPattern.test(tag))
    return specProblem(`${text}: expected a tag of letters, digits, ., _ and -, found ${JSON.stringify(tag)}`, form);
  return void 0;
}

// src/plan/fetched-kernel-spec.ts
var schemes = ["https:", "http:", "file:"];
var forms = {
  deb: "deb:https://HOST/linux-image\u2026.deb#sha256=\u2026,https://HOST/linux-modules\u2026.deb#sha256=\u2026",
  rpm: "rpm:https://HOST/kernel-core\u2026.rpm#sha256=\u2026,https://HOST/kernel-modules-core\u2026.rpm#sha256=\u2026",
  url: "url:https://HOST/bzImage#sha256=\u2026",
  disk: "url:https://HOST/image.qcow2#sha256=\u2026"
};
function parseFetchedKernel(text, prefix, rest) {
  const parts = rest.split(",");
  const files = [];
  for (const part of parts) {
    const parsed = parseFile(text, prefix, part);
    if (parsed.kind === "problem") return parsed;
    if (files.some(({ url }) => url === parsed.spec.url))
      return specProblem(`${text}: expected each file once, found ${parsed.spec.url} twice`, formHint(prefix));
    files.push(parsed.spec);
  }
  if (prefix !== "url") return { kind: "spec", spec: { kind: "packages", text, format: prefix, files } };
  const [file, second] = files;
  if (file !== void 0 && second === void 0) return { kind: "spec", spec: { kind: "image", text, file } };
  return specProblem(`${text}: expected one kernel image after url:, found ${files.length} files`, formHint(prefix));
}
function parseFile(text, prefix, part) {
  const hash = part.indexOf("#");
  const address = hash === -1 ? part : part.slice(0, hash);
  const problem = problemOfAddress(text, prefix, address);
  if (problem !== void 0) return problem;
  const digest = hash === -1 ? void 0 : /^sha256=([0-9a-f]{64})$/i.exec(part.slice(hash + 1))?.[1];
  if (hash !== -1 && digest === void 0)
    return specProblem(
      `${text}: expected #sha256= and 64 hexadecimal digits after ${address}, found ${part.slice(hash)}`,
      "sha256sum FILE prints the digest. Without #\u2026, the file is fetched, and its digest is told."
    );
  return { kind: "spec", spec: { url: new URL(address).href, sha256: digest?.toLowerCase() } };
}
function problemOfAddress(text, prefix, address) {
  const found = JSON.stringify(address);
  if (/[\s\\]/.test(address))
    return specProblem(`${text}: expected an address without blanks, found ${found}`, "A blank is written %20.");
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url === void 0)
    return specProblem(`${text}: expected an address, found ${found}`, addressHint(prefix, address));
  if (!schemes.includes(url.protocol))
    return specProblem(`${text}: expected https://, http:// or file:///, found ${url.protocol}//`, formHint(prefix));
  if (url.username !== "" || url.password !== "")
    return specProblem(
      `${text.replace(/\/\/[^/@]*@/g, "//\u2026@")}: expected an address without a user and password`,
      "The spec is written into results. Fetch the file, and give its file:/// address."
    );
  if (address.includes("?"))
    return specProblem(
      `${text}: expected an address without a query, found ${url.search || "?"}`,
      "Such addresses often hold a key, and the spec is written into results. Fetch the file, and give its file:/// address."
    );
  if (url.protocol === "file:" && (url.host !== "" || url.pathname === "/"))
    return specProblem(`${text}: expected file:/// and an absolute path, found ${found}`, formHint(prefix));
  return void 0;
}
function addressHint(prefix, address) {
  const written = prefix === "disk" ? "url" : prefix;
  if (address.startsWith("/")) return `Did you mean ${written}:file://${address}?`;
  const commas = written === "url" ? "" : " Commas separate packages.";
  return address === "" ? formHint(prefix) : `An address begins with https://, http:// or file:///.${commas}`;
}
function formHint(prefix) {
  return `Write ${forms[prefix]}`;
}

// src/plan/disk-spec.ts
var accepted = "A disk image is a path, DISTRIBUTION:SUITE[+PACKAGE,\u2026] such as debian:bookworm+python3,i2c-tools or ubuntu:24.04, url:URL#sha256=\u2026, or oci:IMAGE (docs/disk-images.md).";
var packagePattern = /^[a-z0-9][a-z0-9+.-]+$/;
function parseDiskSpec(text, baseDirectory) {
  if (text.trim() === "") return specProblem("expected a disk image, found nothing", accepted);
  const [, prefix, rest] = /^([a-z][a-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (prefix === void 0 || rest === void 0)
    return { kind: "spec", spec: { kind: "path", text, path: resolve2(baseDirectory, text) } };
  switch (prefix) {
    case "url":
      return withFile(text, rest);
    case "oci":
      return withImage(text, rest);
    default:
      return parseDistribution(text, prefix, rest);
  }
}
function withFile(text, rest) {
  const parsed = parseFile(text, "disk", rest);
  return parsed.kind === "problem" ? parsed : { kind: "spec", spec: { kind: "file", text, file: parsed.spec } };
}
function withImage(text, rest) {
  const parsed = parseContainerImage(text, rest);
  return parsed.kind === "problem" ? parsed : { kind: "spec", spec: { kind: "container", text, image: parsed.spec } };
}
function parseDistribution(text, distribution, rest) {
  const plus = rest.indexOf("+");
  const suite = plus === -1 ? rest : rest.slice(0, plus);
  const named2 = plus === -1 ? [] : rest.slice(plus + 1).split(",");
  if (!/^(?:[a-z]+|\d\d\.\d\d)$/.test(suite))
    return specProblem(
      `${text}: expected the name of a suite after ${distribution}:, found ${JSON.stringify(suite)}`,
      accepted
    );
  const wrong2 = named2.find((name) => !packagePattern.test(name));
  if (wrong2 !== void 0)
    return specProblem(
      `${text}: expected names of packages after +, with commas between them, found ${JSON.stringify(wrong2)}`,
      accepted
    );
  const packages = [...new Set(named2)].sort();
  return { kind: "spec", spec: { kind: "distribution", text, distribution, suite, packages } };
}

// src/plan/kernel-spec.ts
import { resolve as resolve5 } from "node:path";

// src/suite/named-paths.ts
import { resolve as resolve3 } from "node:path";

// src/suite/info-fields.ts
var suiteFields = [
  "description",
  "disk-image",
  "init",
  "ready",
  "machine-id",
  "kernel",
  "qemu",
  "qemu-args",
  "timeout",
  "boot-timeout",
  "modules",
  "build",
  "werror",
  "kernel-modules",
  "kernel-config",
  "failable",
  "leaks",
  "devices",
  "device-tree",
  "expect-console",
  "after-bug",
  "shutdown",
  "tags"
];
var testFields = [
  "description",
  "qemu-args",
  "timeout",
  "expect-failure",
  "devices",
  "device-tree",
  "faults",
  "expect-console",
  "each",
  "start",
  "after-bug",
  "shutdown",
  "tags"
];
var oneValueFields = {
  kernel: { expected: "a path or a spec such as debian:6.12", absent: "the host's default kernel is booted" },
  qemu: { expected: "default, host, a spec such as debian:trixie or a path", absent: "the pinned default is used" },
  "disk-image": {
    expected: "a path or a spec such as debian:bookworm+python3",
    absent: "the built-in minimal root is used"
  },
  init: { expected: "image", absent: "the test agent is the first process" },
  ready: {
    expected: "a unit such as multi-user.target, or a command",
    absent: "the image is up when systemd's default target is"
  },
  "machine-id": { expected: "template or own", absent: "all clones of a boot have the same" },
  timeout: { expected: "a number of seconds", absent: "the suite's timeout is used, or 60 seconds" },
  "boot-timeout": { expected: "a number of seconds", absent: "a boot may take 60 seconds, under TCG 180" },
  "after-bug": { expected: "end or continue", absent: "the suite's value is used, or end" },
  shutdown: { expected: "run or skip", absent: "the suite's value is used, or skip" },
  start: { expected: "auto, clone or cold", absent: "the default is auto" }
};
var guestFolderNames = [
  "suite-setup",
  "setup",
  "run",
  "teardown",
  "suite-teardown",
  "modules",
  "artifacts",
  "logs"
];

// src/suite/suite-problem.ts
import { relative } from "node:path";
function formatProblem(problem, cwd, visible) {
  const shown = shownPath(problem.file, cwd);
  const place = problem.line === void 0 ? visible.path(shown) : `${visible.path(shown)}:${problem.line}`;
  const hint = problem.hint?.replaceAll(shellJoin([problem.file]), shellJoin([shown]));
  return `${place}: ${visible.words(problem.message)}${hint === void 0 ? "" : `
  hint: ${visible.words(hint)}`}`;
}
function sortProblems(problems) {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}
function quoted(text) {
  return JSON.stringify(cut(text));
}
function cut(text) {
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}
function shownPath(path, cwd) {
  const fromHere = relative(cwd, path);
  if (fromHere === "") return ".";
  return fromHere === ".." || fromHere.startsWith("../") ? path : fromHere;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/suite/field-wording.ts
var relativeToSuite = "Paths are relative to the suite directory.";
var tableExample = 'For example: a line "SIZE MODE", and below it "16 read" and "4096 write".';
var fieldWording = {
  unknownField: (name, nearest, known) => ({
    message: `unknown field ${quoted(name)}`,
    hint: nearest === void 0 ? `Known here: ${known.join(", ")}.` : `Did you mean ${nearest}?`
  }),
  misplacedField: (name, belongsTo) => ({
    message: `${quoted(name)} is a field of a ${belongsTo}, not of a ${belongsTo === "suite" ? "test" : "suite"}`,
    hint: `Move it to ${belongsTo === "suite" ? `SUITE/info/${name}` : `SUITE/TEST/info/${name}`}.`
  }),
  emptyField: (field) => ({
    message: `expected ${oneValueFields[field].expected}, found nothing`,
    hint: `Without the file, ${oneValueFields[field].absent}: write a value or delete the file.`
  }),
  secondValue: (field, found) => ({
    message: `expected one value (${oneValueFields[field].expected}), found a second one: ${quoted(found)}`,
    hint: "Keep one line; this file takes no comments."
  }),
  badTimeout: (reason, found) => ({
    message: `${reason}; found ${quoted(found)}`,
    hint: "The unit is seconds; leave it out."
  }),
  badStart: (found, nearest) => ({
    message: `expected auto, clone or cold, found ${quoted(found)}`,
    hint: nearest === void 0 ? "auto suits almost every test." : `Did you mean ${nearest}?`
  }),
  badInit: (found) => ({
    message: `expected image, found ${quoted(found)}`,
    hint: "image: the disk image's own init runs. Without the file the test agent is the first process."
  }),
  badReady: (mostChars) => ({
    message: `expected a command of at most ${mostChars} printable ASCII characters, found another`,
    hint: "Put a script into the disk image, and name it here."
  }),
  badMachineId: (found, nearest) => ({
    message: `expected template or own, found ${quoted(found)}`,
    hint: nearest === void 0 ? "own: each machine has one that no other has." : `Did you mean ${nearest}?`
  }),
  onlyWithInit: (field) => ({
    message: `info/${field} is of use only for a disk image that starts by itself`,
    hint: "Write image into info/init, or delete the file."
  }),
  badAfterBug: (found, nearest) => ({
    message: `expected end or continue, found ${quoted(found)}`,
    hint: nearest === void 0 ? "end suits almost every test: after such a bug no result is reliable." : `Did you mean ${nearest}?`
  }),
  badShutdown: (found, nearest) => ({
    message: `expected run or skip, found ${quoted(found)}`,
    hint: nearest === void 0 ? "skip suits almost every test; run is for drivers whose part in a shutdown is tested." : `Did you mean ${nearest}?`
  }),
  badExpectFailure: (found, nearest) => ({
    message: `expected fail, timeout, hang or crash [REGEX] on the first line, found ${quoted(found)}`,
    hint: nearest === void 0 ? "An empty file accepts any failure; free text may follow from the second line on." : `Did you mean ${nearest}?`
  }),
  badRegex: (pattern, reason) => ({
    message: `${quoted(pattern)} is not a regular expression: ${reason}`,
    hint: "Use JavaScript syntax; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\."
  }),
  badTag: (found) => ({
    message: 'expected a tag (letters, digits, ".", "_" and "-", beginning with a letter or digit), found ' + quoted(found),
    hint: "Separate tags by blanks or line ends, for example: slow dma"
  }),
  tooManyTags: (limit, found) => ({
    message: `expected at most ${limit} tags, found ${found}`,
    hint: "Keep those by which you choose tests."
  }),
  // each.
  emptyTable: () => ({
    message: "expected a table, found nothing",
    hint: `Without the file, the test runs once. ${tableExample}`
  }),
  noRow: () => ({
    message: "expected at least one row below the names of the columns, found none",
    hint: tableExample
  }),
  tooManyRows: (limit, found) => ({
    message: `expected at most ${limit} rows, found ${found}`,
    hint: "Each row is a test with a machine of its own. Share the rows between several tests."
  }),
  tooManyColumns: (limit, found) => ({
    message: `expected at most ${limit} columns, found ${found}`,
    hint: tableExample
  }),
  badColumn: (found) => ({
    message: `expected the name of a variable (a letter, then letters, digits and "_"), found ${quoted(found)}`,
    hint: `The first line names the columns. ${tableExample}`
  }),
  reservedColumn: (found) => ({
    message: `a column may not be called ${quoted(found)}: every stage has a variable with that meaning`,
    hint: "Choose another name."
  }),
  repeatedColumn: (found) => ({
    message: `two columns are called ${quoted(found)}`,
    hint: "Rename one."
  }),
  badRow: (columns, values) => ({
    message: `expected ${columns.length} values (${cut(columns.join(" "))}), found ${values.length}`,
    hint: "Quote a value with blanks, and write '' for an empty one."
  }),
  badRowName: (column, found) => ({
    message: `the first column (${cut(column)}) names the test: a name may hold letters, digits, ".", "_" and "-", found ${quoted(found)}`,
    hint: "Put a column with short names first."
  }),
  repeatedRow: (name, firstLine) => ({
    message: `two rows are called ${quoted(name)}: the first is on line ${firstLine}`,
    hint: "The first column names the test. Put a column with different names first."
  }),
  badValue: (reason, found) => ({
    message: `${reason}, found ${quoted(found)}`,
    hint: "Put such data into a file in data/, and its name into the table."
  }),
  // Paths in fields.
  noSuchPath: (expected, path, alternatives) => ({
    message: `no such ${expected}: ${quoted(path)}`,
    hint: `${relativeToSuite}${alternatives}`
  }),
  pathOfOtherKind: (path, expected, found) => ({
    message: `${quoted(path)}: expected ${expected}, found ${found}`,
    hint: relativeToSuite
  }),
  pathLeadsNowhere: (path, text) => ({
    message: `${quoted(path)} is a link to ${quoted(text)}, which does not exist`,
    hint: relativeToSuite
  }),
  pathUnreadable: (path, reason) => ({
    message: `${quoted(path)} cannot be read: ${reason}`,
    hint: "Check its owner and mode with ls -l."
  }),
  expectedVariable: (word) => ({
    message: `expected DIR [NAME=VALUE \u2026], found ${quoted(word)}`,
    hint: "Write variables for make as NAME=VALUE, with quotes around blanks: EXTRA_CFLAGS='-DA -DB'."
  }),
  variableTaken: (name) => ({
    message: `${name} cannot be set here: the build sets it for each kernel`,
    hint: "Use a variable of your own Makefile. Flags for the compiler belong into ccflags-y or EXTRA_CFLAGS."
  }),
  badModuleName: (found) => ({
    message: `expected the name of a kernel module, found ${quoted(found)}`,
    hint: "Write names without a path and without .ko: xhci_pci usbhid. Parameters belong to modprobe in setup."
  }),
  badLeakLine: (found, nearest) => ({
    message: `expected off, watch MODULE or allow REGEX, found ${quoted(found.trim())}`,
    hint: nearest === void 0 ? "For example: allow leak of 64 bytes from kmalloc in edu_open  # issue 12" : `Did you mean ${nearest}?`
  }),
  offIsNotAlone: () => ({
    message: "off stands beside other lines, which have no meaning then",
    hint: "Delete the other lines, or off."
  }),
  noModuleToWatch: () => ({
    message: "expected names of modules behind watch, found none",
    hint: "For example: watch e1000e"
  }),
  expectedYesOrNo: () => ({
    message: "expected yes, no, or an empty file",
    hint: "yes, or an empty file: a warning of the compiler fails the build."
  }),
  noMakefile: (path) => ({
    message: `${quoted(path)}: expected a directory that can be built, found neither Kbuild nor Makefile nor dkms.conf in it`,
    hint: "Write a Makefile with at least: obj-m := NAME.o"
  }),
  namedTwice: (what, firstLine) => ({
    message: `${quoted(what)} is repeated: it is already on line ${firstLine}`,
    hint: "Delete one of the lines."
  }),
  // Quoted words.
  badQuoting: (problem) => problem.kind === "unbalanced-quote" ? {
    message: `the quote ${problem.quote} is opened here and never closed`,
    hint: `Close it, or write \\${problem.quote} for the character itself.`
  } : {
    message: "the text ends in a backslash that quotes nothing",
    hint: "Delete it, or write \\\\ for the character itself."
  },
  badDevice: (found) => ({
    message: `expected ID PATH [key=value \u2026], found ${quoted(found)}`,
    hint: "For example: tdc0 models/tdc.ts irq=msi"
  }),
  badDeviceId: (id) => ({
    message: `expected an id (a letter, then letters, digits, ".", "_" or "-"), found ${quoted(id)}`,
    hint: "A line is ID PATH [key=value \u2026], for example: tdc0 models/tdc.ts irq=msi"
  }),
  badParameter: (found) => ({
    message: `expected key=value, found ${quoted(found)}`,
    hint: "A line is ID PATH [key=value \u2026]; quote a value with blanks."
  }),
  repeatedParameter: (key) => ({
    message: `the parameter ${quoted(key)} is given twice`,
    hint: "Keep one."
  }),
  badPlace: (found) => ({
    message: `bus=: expected a place such as i2c0, i2c1, spi0, can0, board or uart0.line, found ${quoted(found)}`,
    hint: "Devices of other buses need no place: leave bus= out."
  }),
  badNic: (found, known) => ({
    message: `nic=: expected ${known.slice(0, -1).join(", ")} or ${known.at(-1) ?? ""}, found ${quoted(found)}`,
    hint: "It is the network card whose link partner the model is. Leave it out for the usual one, virtio-net-pci."
  }),
  // expect-console.
  badExpectation: (found, nearest) => ({
    message: `expected allow REGEX or require REGEX, found ${quoted(found)}`,
    hint: nearest === void 0 ? 'Put a reason after " # ".' : `Did you mean ${nearest}?`
  }),
  noPattern: (kind) => ({
    message: `expected a regular expression after ${kind}, found nothing`,
    hint: "Write \\# for a # in the pattern."
  }),
  matchesAnything: (pattern) => ({
    message: `${quoted(pattern)} matches every line, even an empty one`,
    hint: "Write out the part of the message that matters."
  }),
  badUntil: (found) => ({
    message: `expected until=YYYY-MM-DD, found ${quoted(found)}`,
    hint: "For example: until=2027-01-31, the last day on which the line applies."
  }),
  repeatedUntil: () => ({ message: "until= is given twice", hint: "Keep one." }),
  untilOnRequire: () => ({
    message: "expected until= only with allow, found it with require",
    hint: "Delete it, or make the line an allow."
  })
};

// src/suite/problem-wording.ts
var wording = {
  ...fieldWording,
  // The suite and its contents.
  noSuchSuite: (nearest) => ({
    message: "no such directory",
    hint: nearest === void 0 ? "Give the path of a suite: a directory with one directory per test." : `Did you mean ${nearest}?`
  }),
  reservedSuiteName: (name) => ({
    message: `a suite cannot be called ${quoted(name)}: the results store the logs of the boot under that name`,
    hint: "Rename the directory."
  }),
  badName: (name) => ({
    message: `a name may hold letters, digits, ".", "_" and "-", found ${quoted(name)}`,
    hint: "Rename it: the name becomes a part of paths, reports and command lines."
  }),
  noTest: () => ({
    message: "expected at least one test in the suite, found none",
    hint: "A test is a directory with an executable called run: SUITE/TEST/run."
  }),
  sameButForCase: (other) => ({
    message: `the name differs from ${quoted(other)} only in case`,
    hint: "Rename one: their results would share a directory where file names ignore case."
  }),
  runInSuite: () => ({
    message: "expected run in the directory of a test, found it in the suite itself",
    hint: "Move run to SUITE/TEST/run. A directory with a run and no tests in it is a test of the suite above it."
  }),
  noRun: (similar) => ({
    message: "expected a test (a directory with run), info, or a directory named by info/modules or info/devices, found neither",
    hint: similar === void 0 ? "Add an executable called run, name the directory in info/modules or info/devices, call it lib if it has helpers for all tests, or move it out of the suite." : `Rename ${similar} to run if this is a test.`
  }),
  suiteInSuite: () => ({
    message: "expected a test, found a directory that looks like a suite",
    hint: "Name each suite on the command line: run SUITE SUITE \u2026"
  }),
  strayFile: (nearest) => ({
    message: "expected setup, teardown, info or the directory of a test, found another file",
    hint: nearest === void 0 ? "Put it into a test's data/ if that test needs it, into lib/ if all do, or else move it out of the suite." : `Did you mean ${nearest}?`
  }),
  strayTestEntry: (nearest) => ({
    message: "expected setup, run, teardown, data or info, found something else",
    hint: nearest === void 0 ? "Put it into data/ if the test needs it beside run." : `Did you mean ${nearest}?`
  }),
  // Kinds of files.
  expectedDirectory: (found) => ({
    message: `expected a directory, found ${found}`,
    hint: "Make it a directory, or delete it."
  }),
  expectedFile: (found) => ({
    message: `expected a file, found ${found}`,
    hint: "Replace it with a text file, or delete it."
  }),
  unreadable: (reason) => ({
    message: `cannot be read: ${reason}`,
    hint: "Check its owner and mode with ls -l."
  }),
  danglingLink: (text) => ({
    message: `found a link to ${quoted(text)}, which does not exist`,
    hint: "Correct the link, or put the file itself here."
  }),
  linkLeavesSuite: (text) => ({
    message: `found a link to ${quoted(text)}, which is outside the suite`,
    hint: "Copy what it points to into the suite. Kernels, disk images, modules and models may be outside: put their paths in info/."
  }),
  linkLoop: (text, copied) => ({
    message: `found a link to ${quoted(text)}, which contains the link itself: copying ${copied}/ would never end`,
    hint: "Point the link at a file, or at a directory that does not contain it."
  }),
  notForTheGuest: (copied) => ({
    message: `expected files, directories and links in ${copied}/, found a socket, pipe or device`,
    hint: "Remove it; setup can create it in the guest."
  }),
  tooMuchData: (what, reason) => ({
    message: `${what} too large: ${reason}`,
    hint: "It is copied for every machine. Put large files into a disk image (info/disk-image)."
  }),
  guestNameTaken: (name) => ({
    message: `data/ may not contain ${quoted(name)}: the test's folder in the guest has an entry with that name`,
    hint: `Rename it. Reserved names: ${guestFolderNames.join(", ")}.`
  }),
  libTaken: () => ({
    message: `data/ may not contain "lib" in this suite: the suite's lib/ is copied to that place`,
    hint: "Rename it, or move it into the lib/ of the suite if all tests may have it."
  }),
  libInTest: () => ({
    message: "expected setup, run, teardown, data or info, found lib: the suite's lib/ is copied to that place",
    hint: "Move it into data/ under another name, or into the lib/ of the suite if all tests may have it."
  }),
  runInLib: () => ({
    message: "lib/ holds the helpers of all tests and cannot be a test, found run in it",
    hint: "Rename the directory if it is a test. Rename run if it is a helper."
  }),
  dataInSuite: () => ({
    message: "expected data/ in the directory of a test, found it in the suite itself",
    hint: "Rename it to lib/ if all tests need it: they find it as ./lib. Move it to SUITE/TEST/data/ if one does."
  }),
  badConfigLine: (line) => ({
    message: `expected a line such as CONFIG_PCI_MSI=y, found ${quoted(line)}`,
    hint: 'Values are y, m, n, a number, or a text in double quotes. "# CONFIG_PCI_MSI is not set" is understood, too.'
  }),
  // Executables.
  stageIsNoFile: (stage, found) => ({
    message: `expected an executable file ${stage}, found ${found}`,
    hint: "Replace it with a program or script; put files that it needs into data/."
  }),
  notExecutable: (path) => ({
    message: "expected an executable, found a file without the execute bit",
    hint: `chmod +x ${shellJoin([path])}`
  }),
  emptyStage: () => ({
    message: "expected a program or script, found an empty file",
    hint: "Write it, or delete the file."
  }),
  shebangWithCarriageReturn: (line) => ({
    message: `expected LF line ends, found CR LF after ${quoted(line)}: the guest would look for an interpreter with a carriage return in its name`,
    hint: "Save the file with LF line ends."
  }),
  // Text.
  tooLarge: (limitBytes2) => ({
    message: `expected at most ${limitBytes2 / 1024} KiB of text, found more`,
    hint: "Is this the right file?"
  }),
  notUtf8: () => ({
    message: "expected UTF-8 text, found bytes that are not UTF-8",
    hint: "Save the file as UTF-8."
  }),
  nulByte: () => ({ message: "expected text, found a NUL byte", hint: "Save the file as UTF-8 text." })
};

// src/suite/reading.ts
import { join as join2, relative as relative2 } from "node:path";
function follow(entry2, reading) {
  const target = entry2.kind === "link" ? entry2.target : entry2;
  if (target?.kind === "unreadable") {
    reading.report(entry2.path, void 0, wording.unreadable(target.reason));
    return void 0;
  }
  if (entry2.kind === "link" && (target === void 0 || entry2.resolvedPath === void 0)) {
    reading.report(entry2.path, void 0, wording.danglingLink(entry2.text));
    return void 0;
  }
  if (entry2.kind === "link" && !isWithin(entry2.resolvedPath ?? "", reading.root.realPath)) {
    reading.report(entry2.path, void 0, wording.linkLeavesSuite(entry2.text));
    return void 0;
  }
  if (entry2.kind === "link") reading.onLink(pathInSuite(entry2.resolvedPath ?? "", reading.root));
  return target;
}
function pathInSuite(realPath, root) {
  return join2(root.path, relative2(root.realPath, realPath));
}
function isWithin(path, directory) {
  return path === directory || path.startsWith(directory.endsWith("/") ? directory : `${directory}/`);
}
function kindInWords(kind) {
  switch (kind) {
    case "directory":
      return "a directory";
    case "file":
      return "a file";
    case "link":
      return "a link";
    case "other":
      return "a socket, pipe or device";
    case "unreadable":
      return "something that cannot be read";
  }
}

// src/suite/named-paths.ts
function resolveKernel(file, value, reading) {
  if (isSpec(value.text, reading)) return value.text;
  const [image, modules] = splitKernelPath(value.text);
  const named2 = { file, line: value.number };
  const alternatives = " A kernel can also be a spec such as debian:6.12.";
  requireKind({ ...named2, path: image }, "file", { reading, alternatives });
  const imagePath = resolve3(reading.root.path, image);
  if (modules === void 0) return imagePath;
  requireKind({ ...named2, path: modules }, "directory", { reading, alternatives: "" });
  return `${imagePath},modules=${resolve3(reading.root.path, modules)}`;
}
function resolveQemu(file, value, reading) {
  if (value.text === "default" || value.text === "host" || isSpec(value.text, reading)) return value.text;
  const named2 = { file, line: value.number, path: value.text };
  const alternatives = " A QEMU can also be default, host or a spec such as debian:trixie.";
  const found = requireKind(named2, "file", { reading, alternatives });
  if (found?.kind === "file" && !found.executable) {
    reading.report(
      file.path,
      value.number,
      wording.pathOfOtherKind(value.text, "an executable", "a file without the execute bit")
    );
  }
  return resolve3(reading.root.path, value.text);
}
function resolveDiskImage(file, value, reading) {
  if (isSpec(value.text, reading)) return value.text;
  const alternatives = " A disk image can also be a spec such as debian:bookworm+python3.";
  requireKind({ file, line: value.number, path: value.text }, "file", { reading, alternatives });
  return resolve3(reading.root.path, value.text);
}
function splitKernelPath(text) {
  const separator = ",modules=";
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, void 0] : [text.slice(0, at), text.slice(at + separator.length)];
}
function requireKind({ file, line, path }, expected, { reading, alternatives }) {
  const entry2 = reading.lookUp(resolve3(reading.root.path, path));
  const target = entry2?.kind === "link" ? entry2.target : entry2;
  if (target?.kind === "unreadable") {
    reading.report(file.path, line, wording.pathUnreadable(path, target.reason));
  } else if (target !== void 0 && expected.split(" or ").includes(target.kind)) {
    return target;
  } else if (target !== void 0) {
    reading.report(file.path, line, wording.pathOfOtherKind(path, `a ${expected}`, kindInWords(target.kind)));
  } else if (entry2?.kind === "link") {
    reading.report(file.path, line, wording.pathLeadsNowhere(path, entry2.text));
  } else {
    reading.report(
      file.path,
      line,
      wording.noSuchPath(expected === "directory" ? "directory" : "file", path, alternatives)
    );
  }
  return void 0;
}
function isSpec(text, reading) {
  return /^[a-z][a-z0-9]*:/i.test(text) && reading.lookUp(resolve3(reading.root.path, text)) === void 0;
}

// src/plan/source-spec.ts
import { resolve as resolve4 } from "node:path";

// src/plan/kernel-flavours.ts
var kernelFlavours = [
  "kasan",
  "kcsan",
  "lockdep",
  "kmemleak",
  "ubsan",
  "dma-debug",
  "fault-injection",
  "gcov"
];
var sets = {
  plain: [],
  debug: ["kasan", "lockdep", "kmemleak", "ubsan", "dma-debug", "fault-injection"]
};
var flavourNames = [...kernelFlavours, ...Object.keys(sets)];
var memoryMiB = { kasan: 512, kmemleak: 512, kcsan: 512 };
var exclusive = [["kasan", "kcsan"]];
function memoryOfFlavours(flavours2) {
  const needs = flavours2.flatMap((flavour) => memoryMiB[flavour] ?? []);
  return needs.length === 0 ? void 0 : Math.max(...needs);
}
function labelOfFlavours(flavours2) {
  const same = Object.entries(sets).find(
    ([, members]) => members.length === flavours2.length && members.every((member) => flavours2.includes(member))
  );
  return same?.[0] ?? flavours2.join("-");
}
function parseFlavours(text, words2) {
  const names = words2.split("+").slice(1);
  const unknown = names.find((name) => !flavourNames.includes(name));
  if (unknown !== void 0) return { kind: "problem", problem: unknownFlavour(text, unknown) };
  const wanted = new Set(names.flatMap((name) => sets[name] ?? kernelFlavours.filter((known) => known === name)));
  const clash = exclusive.find((pair) => pair.every((flavour) => wanted.has(flavour)));
  if (clash !== void 0)
    return specProblem(
      `${text}: a kernel has either ${clash[0]} or ${clash[1]}, not both`,
      "Test with two kernels: give --kernel twice."
    );
  return { kind: "spec", spec: kernelFlavours.filter((flavour) => wanted.has(flavour)) };
}
function unknownFlavour(text, name) {
  const nearest = nearestName(name, flavourNames);
  const all = `The flavours are ${flavourNames.join(", ")}.`;
  return {
    message: `${text}: expected a flavour after +, found ${name === "" ? "nothing" : JSON.stringify(name)}`,
    hint: nearest === void 0 ? all : `Did you mean +${nearest}? ${all}`
  };
}

// src/plan/source-spec.ts
var seriesPattern = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;
var treeForm = "A source tree is tree:PATH, tree:PATH+FLAVOUR+FLAVOUR or tree:PATH#config=FILE.";
function parsePackagedSource(text, distribution, rest) {
  const at = rest.indexOf("+");
  const series = rest.slice(0, at);
  const [, plainSeries, variant] = seriesPattern.exec(series) ?? [];
  if (plainSeries === void 0)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, before +, found ${JSON.stringify(series)}`,
      `Kernels with flavours are built from source, for example ${distribution}:6.12+kasan.`
    );
  if (variant !== void 0)
    return specProblem(
      `${text}: expected a series such as ${plainSeries} before +, found ${JSON.stringify(series)}`,
      `A kernel that is built from source has a configuration of its own. Did you mean ${distribution}:${plainSeries}${rest.slice(at)}?`
    );
  const flavours2 = parseFlavours(text, rest.slice(at));
  if (flavours2.kind === "problem") return flavours2;
  const source = { kind: "package", distribution, series: plainSeries };
  return { kind: "spec", spec: { kind: "source", text, source, flavours: flavours2.spec } };
}
function parseTreeSource(text, rest, baseDirectory) {
  const [, place = "", config] = /^(.*?)(?:#config=(.*))?$/s.exec(rest) ?? [];
  const [, path = "", words2 = ""] = /^(.*?)((?:\+[^/+]*)*)$/s.exec(place) ?? [];
  if (path === "") return specProblem(`${text}: expected the path of a kernel source tree, found nothing`, treeForm);
  if (config === "") return specProblem(`${text}: expected a file after #config=, found nothing`, treeForm);
  if (config === void 0 && place.includes("#"))
    return specProblem(
      `${text}: expected #config=FILE, found ${JSON.stringify(place.slice(place.indexOf("#")))}`,
      treeForm
    );
  const flavours2 = parseFlavours(text, words2);
  if (flavours2.kind === "problem")
    return specProblem(
      flavours2.problem.message,
      `${flavours2.problem.hint ?? ""} If the + belongs to the path, end the path in a slash.`
    );
  const source = {
    kind: "tree",
    path: resolve4(baseDirectory, path),
    config: config === void 0 ? void 0 : resolve4(baseDirectory, config)
  };
  return { kind: "spec", spec: { kind: "source", text, source, flavours: flavours2.spec } };
}

// src/plan/kernel-spec.ts
var accepted2 = "A kernel is DISTRIBUTION:SERIES such as debian:6.12, debian:6.12-cloud, debian:6.12-rt, ubuntu:24.04 or debian:6.12:arm64, a kernel that is built from source such as debian:6.12+kasan+lockdep or tree:PATH, or a path, optionally PATH,modules=DIR, or deb:, rpm:, url: or oci: (docs/kernels.md).";
var flavours = ["cloud", "rt", "hwe"];
var seriesPattern2 = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;
function parseKernelSpec(text, baseDirectory) {
  if (text.trim() === "") return specProblem("expected a kernel, found nothing", accepted2);
  const [, distribution, rest] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== void 0 && rest !== void 0) {
    switch (distribution) {
      case "deb":
      case "rpm":
      case "url":
        return parseFetchedKernel(text, distribution, rest);
      case "oci":
        return parseContainerKernel(text, rest);
      case "tree":
        return parseTreeSource(text, rest, baseDirectory);
      default:
        return parseDistribution2(text, distribution, rest);
    }
  }
  const similar = distributionSpelling(text);
  if (similar !== void 0)
    return specProblem(
      `${text}: expected a kernel`,
      `Did you mean ${similar}? Write ./${text} for a file of that name.`
    );
  return parsePath(text, baseDirectory);
}
function parseDistribution2(text, distribution, rest) {
  const [, kernel2 = rest, wanted] = /^([^:]*):(.*)$/s.exec(rest) ?? [];
  if (wanted === void 0) return parseSeries(text, distribution, { rest, arch: usualArchitecture });
  const arch = architectureOfDebian(wanted);
  if (arch === void 0) return unknownArchitecture(text, `${distribution}:${kernel2}`, wanted);
  if (kernel2.includes("+") && arch.name !== usualArchitecture)
    return specProblem(
      `${text}: expected a kernel of a distribution for ${wanted}, found one to build from source`,
      `Kernels are built for ${architectures[0]?.debian ?? ""} only. Did you mean ${distribution}:${kernel2.replace(/\+.*/s, "")}:${wanted}?`
    );
  return parseSeries(text, distribution, { rest: kernel2, arch: arch.name });
}
function unknownArchitecture(text, kernel2, wanted) {
  const known = architectures.map(({ debian }) => debian);
  const meant = architectures.find(({ name, kbuild, node }) => [name, kbuild, node].includes(wanted))?.debian ?? nearestName(wanted, known);
  return specProblem(
    `${text}: expected an architecture after the last colon: ${known.join(", ")}, found ${JSON.stringify(wanted)}`,
    meant === void 0 ? accepted2 : `Did you mean ${kernel2}:${meant}?`
  );
}
function parseSeries(text, distribution, { rest, arch }) {
  if (distribution === "build") return specProblem(`${text}: expected a kernel`, `Did you mean tree:${rest}?`);
  if (distribution !== distribution.toLowerCase()) {
    return specProblem(
      `${text}: expected a distribution in lower case, found ${distribution}`,
      `Did you mean ${text.toLowerCase()}?`
    );
  }
  if (rest.includes("+")) return parsePackagedSource(text, distribution, rest);
  const [, series, flavour] = seriesPattern2.exec(rest) ?? [];
  if (series === void 0)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, after ${distribution}:, found ${JSON.stringify(rest)}`,
      hintForSeries(distribution, rest)
    );
  const spec = { kind: "distribution", text, distribution, series, arch };
  if (flavour === void 0) return { kind: "spec", spec: { ...spec, flavour: "generic" } };
  const known = flavours.find((candidate) => candidate === flavour);
  if (known !== void 0) return { kind: "spec", spec: { ...spec, flavour: known } };
  const nearest = nearestName(flavour, flavours);
  const hint = nearest === void 0 ? accepted2 : `Did you mean ${distribution}:${series}-${nearest}?`;
  return specProblem(`${text}: expected the flavour cloud, rt or hwe, found ${JSON.stringify(flavour)}`, hint);
}
function hintForSeries(distribution, rest) {
  const [series] = /^\d+\.\d+(?=[.-])/.exec(rest.replace(/^v/, "")) ?? [];
  return series === void 0 ? accepted2 : `The newest kernel of a series is booted. Did you mean ${distribution}:${series}?`;
}
function distributionSpelling(text) {
  const [, distribution = "debian", series, flavour = ""] = /^(?:(debian|ubuntu)[-_ ]?)?v?(\d+\.\d+)(-cloud|-rt)?$/.exec(text) ?? [];
  return series === void 0 ? void 0 : `${distribution}:${series}${flavour}`;
}
function parsePath(text, baseDirectory) {
  const [image, modules] = splitKernelPath(text);
  if (image === "" || modules === "")
    return specProblem(`${text}: expected PATH,modules=DIR with neither of them empty`, accepted2);
  return {
    kind: "spec",
    spec: {
      kind: "path",
      text,
      image: resolve5(baseDirectory, image),
      modules: modules === void 0 ? void 0 : resolve5(baseDirectory, modules)
    }
  };
}

// src/plan/qemu-spec.ts
import { resolve as resolve6 } from "node:path";
var accepted3 = "A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie or ubuntu:26.04, or a path with a slash in it.";
var defaultQemu = { kind: "default", text: "default" };
function parseQemuSpec(text, baseDirectory) {
  if (text.trim() === "") return specProblem("expected a QEMU, found nothing", accepted3);
  if (text === "default") return { kind: "spec", spec: defaultQemu };
  if (text === "host") return { kind: "spec", spec: { kind: "host", text } };
  const [, distribution, suite] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== void 0 && suite !== void 0) return parseDistribution3(text, distribution, suite);
  if (text.includes("/")) return { kind: "spec", spec: { kind: "path", text, path: resolve6(baseDirectory, text) } };
  const nearest = nearestName(text, ["default", "host"]);
  const hint = nearest === void 0 ? `${accepted3} Write ./${text} for a file of that name.` : `Did you mean ${nearest}?`;
  return specProblem(`${text}: expected a QEMU`, hint);
}
function parseDistribution3(text, distribution, suite) {
  if (text !== text.toLowerCase())
    return specProblem(
      `${text}: expected a distribution and a suite in lower case`,
      `Did you mean ${text.toLowerCase()}?`
    );
  if (/^[a-z0-9][a-z0-9.-]*$/.test(suite))
    return { kind: "spec", spec: { kind: "distribution", text, distribution, suite } };
  return specProblem(
    `${text}: expected the name of a suite such as trixie after ${distribution}:, found ${JSON.stringify(suite)}`,
    accepted3
  );
}

// src/plan/suite-specs.ts
function parseSuiteSpecs(suite) {
  const kernel2 = suite.kernel === void 0 ? void 0 : parseKernelSpec(suite.kernel, suite.directory);
  const qemu = suite.qemu === void 0 ? void 0 : parseQemuSpec(suite.qemu, suite.directory);
  const disk = suite.diskImage === void 0 ? void 0 : parseDiskSpec(suite.diskImage, suite.directory);
  return {
    kernel: kernel2?.kind === "spec" ? kernel2.spec : void 0,
    qemu: qemu?.kind === "spec" ? qemu.spec : void 0,
    diskImage: disk?.kind === "spec" ? disk.spec : void 0,
    problems: [
      ...problemIn(suite, "kernel", kernel2),
      ...problemIn(suite, "qemu", qemu),
      ...problemIn(suite, "disk-image", disk)
    ]
  };
}
function problemIn(suite, field, parsed) {
  if (parsed?.kind !== "problem") return [];
  return [{ file: join3(suite.directory, "info", field), line: 1, ...parsed.problem }];
}

// src/suite/parse-suite.ts
import { basename as basename2, dirname } from "node:path";

// src/bounds/default-timeout.ts
var defaultTimeoutMs = 6e4;

// src/suite/text-file.ts
function listLines(file) {
  return linesOf(file).map(({ number, text }) => ({ number, text: text.replace(/(?:^|\s)#.*$/, "").trim() })).filter(({ text }) => text !== "");
}
function placedLines(file) {
  return listLines(file).map(({ number, text }) => ({ text, file: file.path, line: number }));
}
function treeSourceOf({ path, text }) {
  return { file: path, text };
}
var limitBytes = 1024 * 1024;
var lineFeed = 10;
function readTextFile(file, report) {
  const content = file.read(limitBytes);
  if (content.kind === "unreadable") {
    report(file.path, void 0, wording.unreadable(content.reason));
    return void 0;
  }
  if (!content.complete) {
    report(file.path, void 0, wording.tooLarge(limitBytes));
    return void 0;
  }
  const text = decodeUtf8(content.bytes);
  if (text === void 0) {
    report(file.path, firstUndecodableLine(content.bytes), wording.notUtf8());
    return void 0;
  }
  return withoutNul({ path: file.path, text: text.replaceAll(/\r\n?/g, "\n") }, report);
}
function linesOf(file) {
  return file.text.split("\n").map((text, index) => ({ number: index + 1, text }));
}
function withoutNul(file, report) {
  const line = linesOf(file).find(({ text }) => text.includes("\0"));
  if (line === void 0) return file;
  report(file.path, line.number, wording.nulByte());
  return void 0;
}
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return void 0;
    throw cause;
  }
}
function firstUndecodableLine(bytes) {
  let start = 0;
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || decodeUtf8(bytes.subarray(start, end)) === void 0) return number;
    start = end + 1;
  }
}

// src/suite/field-values.ts
function readOneValue(file, field, report) {
  const [value, second] = linesOf(file).map(({ number, text }) => ({ number, text: text.trim() })).filter(({ text }) => text !== "");
  if (value === void 0) {
    report(file.path, 1, wording.emptyField(field));
    return void 0;
  }
  if (second !== void 0) {
    report(file.path, second.number, wording.secondValue(field, second.text));
    return void 0;
  }
  return value;
}
function parseTimeout(file, report, field = "timeout") {
  const value = readOneValue(file, field, report);
  if (value === void 0) return void 0;
  const seconds = parseSeconds(value.text);
  if (seconds.kind === "duration") return seconds.durationMs;
  report(file.path, value.number, wording.badTimeout(seconds.reason, value.text));
  return void 0;
}
var afterBugWords = ["end", "continue"];
function parseAfterBug(file, report) {
  const value = readOneValue(file, "after-bug", report);
  if (value === void 0) return void 0;
  const word = afterBugWords.find((candidate) => candidate === value.text);
  if (word === void 0)
    report(file.path, value.number, wording.badAfterBug(value.text, nearestName(value.text, afterBugWords)));
  return word;
}
var shutdownWords = ["run", "skip"];
function parseShutdown(file, report) {
  const value = readOneValue(file, "shutdown", report);
  if (value === void 0) return void 0;
  const word = shutdownWords.find((candidate) => candidate === value.text);
  if (word === void 0)
    report(file.path, value.number, wording.badShutdown(value.text, nearestName(value.text, shutdownWords)));
  return word;
}
var longestSeconds = 7 * 24 * 60 * 60;
function parseSeconds(text) {
  if (!/^\d+(?:\.\d+)?$/.test(text))
    return { kind: "problem", reason: "expected a number of seconds above 0, such as 60 or 2.5" };
  const seconds = Number(text);
  if (seconds > longestSeconds)
    return { kind: "problem", reason: `expected at most ${longestSeconds} seconds (a week)` };
  const durationMs = Math.round(seconds * 1e3);
  if (durationMs === 0) return { kind: "problem", reason: "expected at least 0.001 seconds" };
  return { kind: "duration", durationMs };
}
function parseRegex(pattern, complain) {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    complain(wording.badRegex(pattern, cause.message.slice(cause.message.lastIndexOf(": ") + 2)));
    return void 0;
  }
}
var failureKinds = ["fail", "timeout", "hang", "crash"];
function parseExpectFailure(file, report) {
  const first = linesOf(file).find(({ text }) => text.trim() !== "");
  if (first === void 0) return { kind: "any-failure" };
  const line = first.text.trim();
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = failureKinds.find((candidate) => candidate === word);
  if (kind === void 0 || kind !== "crash" && rest !== "") {
    report(file.path, first.number, wording.badExpectFailure(line, kind ?? nearestName(word, failureKinds)));
    return { kind: "any-failure" };
  }
  if (kind !== "crash") return { kind };
  const title = rest === "" ? void 0 : parseRegex(rest, (problem) => report(file.path, first.number, problem));
  return { kind, title };
}

// src/suite/console-expectations.ts
function parseConsoleExpectations(file, report) {
  return linesOf(file).flatMap(({ number, text }) => {
    const line = splitComment(text);
    if (line.content === "") return [];
    const expectation = parseExpectation(line, (words2) => report(file.path, number, words2));
    return expectation === void 0 ? [] : [{ ...expectation, file: file.path, line: number }];
  });
}
function parseAllowLine(text, complain) {
  return parseExpectation(splitComment(text), complain);
}
function parseExpectation({ content, comment }, complain) {
  const [, kind, rest] = /^(\S+)\s*(.*)$/.exec(content) ?? [];
  if (kind !== "allow" && kind !== "require") {
    complain(wording.badExpectation(content, nearestName(kind ?? "", ["allow", "require"])));
    return void 0;
  }
  const before = splitUntil(rest ?? "");
  const after = splitUntil(comment);
  const pattern = parsePattern(kind, before.text, complain);
  const until = parseUntil([...before.days, ...after.days], complain);
  if (kind === "require" && until !== void 0) complain(wording.untilOnRequire());
  return pattern === void 0 ? void 0 : { kind, pattern, reason: after.text, until };
}
function parsePattern(kind, text, complain) {
  if (text === "") {
    complain(wording.noPattern(kind));
    return void 0;
  }
  const pattern = parseRegex(text, complain);
  if (pattern?.test("") !== true) return pattern;
  complain(wording.matchesAnything(text));
  return void 0;
}
function splitComment(text) {
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === "\\") position++;
    else if (character === "#" && /^$|\s$/.test(text.slice(0, position).slice(-1))) {
      return { content: text.slice(0, position).trim(), comment: text.slice(position + 1).trim() };
    }
  }
  return { content: text.trim(), comment: "" };
}
function splitUntil(text) {
  const days = [];
  const kept = text.replaceAll(/(?:^|\s+)until=(\S*)(?=\s|$)/g, (_whole, day) => {
    days.push(day);
    return "";
  });
  return { text: kept.trim(), days };
}
function parseUntil([day, second], complain) {
  if (day === void 0) return void 0;
  if (second !== void 0) complain(wording.repeatedUntil());
  if (!isDay(day)) complain(wording.badUntil(`until=${day}`));
  return day;
}
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

// src/suite/data-directory.ts
import { basename } from "node:path";
function parseDataDirectory(entry2, lib, reading) {
  const data = entry2 === void 0 ? void 0 : directoryOf(entry2, reading);
  if (data === void 0) return void 0;
  for (const [name, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name)) reading.report(path, void 0, wording.guestNameTaken(name));
    else if (name === libName && lib !== void 0) reading.report(path, void 0, wording.libTaken());
  }
  return checkTree(data, lib, reading).path;
}
var libName = "lib";
function parseLibDirectory(entry2, reading) {
  const lib = entry2 === void 0 ? void 0 : directoryOf(entry2, reading);
  if (lib === void 0) return void 0;
  const run = lib.entries.get("run");
  if (run !== void 0) reading.report(run.path, void 0, wording.runInLib());
  return checkTree(lib, void 0, reading);
}
function directoryOf(entry2, reading) {
  const found = follow(entry2, reading);
  if (found === void 0 || found.kind === "directory") return found;
  reading.report(found.path, void 0, wording.expectedDirectory(kindInWords(found.kind)));
  return void 0;
}
function checkTree(directory, others, reading) {
  const { path } = directory;
  const size = { bytes: others?.bytes ?? 0, entries: others?.entries ?? 0 };
  const title = basename(path);
  walk(directory, { title, above: [], seen: /* @__PURE__ */ new Set(), size }, reading);
  const excess = excessOf(size);
  if (excess === void 0) return { path, ...size };
  const together = others === void 0 ? `${title}/ is` : `${title}/ and ${basename(others.path)}/ together are`;
  reading.report(path, void 0, wording.tooMuchData(together, excess));
  return { path, bytes: 0, entries: 0 };
}
function excessOf({ bytes, entries }) {
  if (entries > bounds.data.entries) return `expected at most ${bounds.data.entries} files and directories, found more`;
  return bytes > bounds.data.bytes ? `expected at most ${bounds.data.bytes / 1024 ** 2} MiB, found ${Math.ceil(bytes / 1024 ** 2)} MiB` : void 0;
}
function walk(directory, trail, reading) {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  if (above.length > bounds.data.depth) {
    reading.report(
      directory.path,
      void 0,
      wording.tooMuchData(`${trail.title}/ is`, `expected at most ${bounds.data.depth} nested directories, found more`)
    );
    return;
  }
  for (const entry2 of directory.entries.values()) {
    if (++trail.size.entries > bounds.data.entries) return;
    const target = follow(entry2, reading);
    if (target?.kind === "file") trail.size.bytes += target.sizeBytes;
    if (target?.kind === "other") reading.report(target.path, void 0, wording.notForTheGuest(trail.title));
    if (target?.kind !== "directory") continue;
    const leadsBack = entry2.kind === "link" && above.some((path) => isWithin(path, target.realPath));
    if (leadsBack) reading.report(entry2.path, void 0, wording.linkLoop(entry2.text, trail.title));
    else if (!trail.seen.has(target.realPath)) walk(target, { ...trail, above }, reading);
  }
}

// src/suite/device-lines.ts
import { resolve as resolve7 } from "node:path";

// src/suite/shell-words.ts
function splitShellWords(text) {
  const words2 = [];
  let word;
  let position = 0;
  while (position < text.length) {
    const token = nextToken(text, position, word === void 0);
    switch (token.kind) {
      case "problem":
        return token.problem;
      case "text":
        word = (word ?? "") + token.text;
        break;
      case "separator":
        if (word !== void 0) words2.push(word);
        word = void 0;
        break;
      case "nothing":
        break;
    }
    position = token.end;
  }
  if (word !== void 0) words2.push(word);
  return { kind: "words", words: words2 };
}
function nextToken(text, start, atWordStart) {
  const character = text.charAt(start);
  switch (character) {
    case " ":
    case "	":
    case "\r":
    case "\n":
      return { kind: "separator", end: start + 1 };
    case "#":
      if (atWordStart) return { kind: "nothing", end: endOfLine(text, start) };
      return { kind: "text", text: "#", end: start + 1 };
    case "\\":
      return escapedCharacter(text, start);
    case "'":
      return singleQuoted(text, start);
    case '"':
      return doubleQuoted(text, start);
    default:
      return { kind: "text", text: character, end: start + 1 };
  }
}
function escapedCharacter(text, start) {
  const escaped = text.charAt(start + 1);
  if (escaped === "") return { kind: "problem", problem: { kind: "trailing-backslash", line: lineAt(text, start) } };
  if (escaped === "\n") return { kind: "nothing", end: start + 2 };
  return { kind: "text", text: escaped, end: start + 2 };
}
function singleQuoted(text, start) {
  const end = text.indexOf("'", start + 1);
  if (end === -1) return unbalanced(text, start, "'");
  return { kind: "text", text: text.slice(start + 1, end), end: end + 1 };
}
function doubleQuoted(text, start) {
  let content = "";
  for (let position = start + 1; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === '"') return { kind: "text", text: content, end: position + 1 };
    if (character !== "\\" || position + 1 === text.length) {
      content += character;
      continue;
    }
    position++;
    content += escapedInDoubleQuotes(text.charAt(position));
  }
  return unbalanced(text, start, '"');
}
function escapedInDoubleQuotes(character) {
  if (character === "\n") return "";
  return ["$", "`", '"', "\\"].includes(character) ? character : `\\${character}`;
}
function unbalanced(text, start, quote) {
  return { kind: "problem", problem: { kind: "unbalanced-quote", quote, line: lineAt(text, start) } };
}
function endOfLine(text, start) {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}
function lineAt(text, position) {
  return text.slice(0, position).split("\n").length;
}

// src/suite/device-lines.ts
function parseDevices(file, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  return linesOf(file).flatMap((line) => {
    const device = parseDevice(file, line, reading);
    if (device === void 0) return [];
    const firstLine = lineOf.get(device.id);
    if (firstLine === void 0) lineOf.set(device.id, line.number);
    else reading.report(file.path, line.number, wording.namedTwice(device.id, firstLine));
    return [device];
  });
}
function parseDevice(file, { number, text }, reading) {
  const complain = (words3) => reading.report(file.path, number, words3);
  const parsed = splitShellWords(text);
  if (parsed.kind !== "words") {
    complain(wording.badQuoting(parsed));
    return void 0;
  }
  const [id, path, ...parameters] = parsed.words;
  if (id === void 0) return void 0;
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(id)) complain(wording.badDeviceId(id));
  if (path === void 0) {
    complain(wording.badDevice(text.trim()));
    return void 0;
  }
  requireKind({ file, line: number, path }, "file or directory", { reading, alternatives: "" });
  const { words: words2, controls } = parseParameters(parameters, complain);
  return {
    id,
    path: resolve7(reading.root.path, path),
    parameters: controls,
    ...placeOf(words2, complain),
    file: file.path,
    line: number
  };
}
var placeWords = /* @__PURE__ */ new Set(["bus", "nic"]);
var placeForm = /^(?:(?:i2c|spi|can)\d{1,2}|board|[A-Za-z][A-Za-z0-9._-]*\.line)$/;
var cards = [
  "virtio-net-pci",
  "e1000",
  "e1000e",
  "igb",
  "rtl8139",
  "pcnet",
  "ne2k_pci",
  "vmxnet3",
  "tulip"
];
function placeOf(words2, complain) {
  const [place, nic] = ["bus", "nic"].map((word) => words2.get(word));
  if (place !== void 0 && !placeForm.test(place)) complain(wording.badPlace(place));
  if (nic !== void 0 && !cards.includes(nic)) complain(wording.badNic(nic, cards));
  return { ...place === void 0 ? {} : { place }, ...nic === void 0 ? {} : { nic } };
}
function parseParameters(words2, complain) {
  const parameters = /* @__PURE__ */ new Map();
  for (const word of words2) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (key === void 0 || value === void 0) complain(wording.badParameter(word));
    else if (parameters.has(key)) complain(wording.repeatedParameter(key));
    else parameters.set(key, value);
  }
  const all = [...parameters];
  return {
    controls: new Map(all.filter(([key]) => !placeWords.has(key))),
    words: new Map(all.filter(([key]) => placeWords.has(key)))
  };
}

// src/suite/image-init.ts
var mostCommandChars = 400;
var unitPattern = /^[A-Za-z0-9:_.\\@-]{1,200}\.(?:service|target|socket|mount|automount|path|device|timer|swap|slice|scope)$/;
var machineIds = ["template", "own"];
function parseImageInit(info, report) {
  const init = info.get("init");
  if (init === void 0) {
    for (const field of ["ready", "machine-id"]) {
      const file = info.get(field);
      if (file !== void 0) report(file.path, 1, wording.onlyWithInit(field));
    }
    return void 0;
  }
  const value = readOneValue(init, "init", report);
  if (value !== void 0 && value.text !== "image") report(init.path, value.number, wording.badInit(value.text));
  return {
    ready: parseReady(info.get("ready"), report),
    machineId: parseMachineId(info.get("machine-id"), report)
  };
}
function parseReady(file, report) {
  const value = file && readOneValue(file, "ready", report);
  if (file === void 0 || value === void 0) return { kind: "default" };
  const { text, number } = value;
  if (unitPattern.test(text)) return { kind: "unit", name: text };
  if (text.length > mostCommandChars || !/^[\x20-\x7e]*$/.test(text))
    report(file.path, number, wording.badReady(mostCommandChars));
  return { kind: "command", text };
}
function parseMachineId(file, report) {
  const value = file && readOneValue(file, "machine-id", report);
  if (file === void 0 || value === void 0) return "template";
  const word = machineIds.find((candidate) => candidate === value.text);
  if (word === void 0)
    report(file.path, value.number, wording.badMachineId(value.text, nearestName(value.text, machineIds)));
  return word ?? "template";
}

// src/suite/info-directory.ts
function readSuiteInfo(suite, reading) {
  return readInfo(suite, { own: suiteFields, others: testFields, othersBelongTo: "test" }, reading);
}
function readTestInfo(test, reading) {
  return readInfo(test, { own: testFields, others: suiteFields, othersBelongTo: "suite" }, reading);
}
function readInfo(owner, known, reading) {
  const fields = /* @__PURE__ */ new Map();
  for (const [name, entry2] of entriesOfInfo(owner, reading)) {
    const field = known.own.find((candidate) => candidate === name);
    if (field === void 0) {
      reading.report(entry2.path, void 0, wordUnknown(name, known));
      continue;
    }
    const file = readField(entry2, reading);
    if (file !== void 0) fields.set(field, file);
  }
  return fields;
}
function entriesOfInfo(owner, reading) {
  const entry2 = owner.entries.get("info");
  const info = entry2 === void 0 ? void 0 : follow(entry2, reading);
  if (info?.kind === "directory") return info.entries;
  if (info !== void 0) reading.report(info.path, void 0, wording.expectedDirectory(kindInWords(info.kind)));
  return /* @__PURE__ */ new Map();
}
function readField(entry2, reading) {
  const file = follow(entry2, reading);
  if (file === void 0) return void 0;
  if (file.kind === "file") return readTextFile(file, reading.report);
  reading.report(file.path, void 0, wording.expectedFile(kindInWords(file.kind)));
  return void 0;
}
function wordUnknown(name, known) {
  if (known.others.includes(name)) return wording.misplacedField(name, known.othersBelongTo);
  return wording.unknownField(name, nearestName(name, known.own), known.own);
}

// src/suite/config-line.ts
function parseConfigLine(text) {
  const line = text.trim();
  const [, unset] = /^#\s*CONFIG_(\w+) is not set$/.exec(line) ?? [];
  if (unset !== void 0) return { symbol: unset, value: "n" };
  if (line === "" || line.startsWith("#")) return "comment";
  const [, symbol, value] = /^CONFIG_(\w+)=([ymn]|-?\d+|0x[\da-fA-F]+|"(?:[^"\\]|\\.)*")(?:\s+#.*)?$/.exec(line) ?? [];
  return symbol === void 0 || value === void 0 ? void 0 : { symbol, value };
}

// src/suite/kernel-config.ts
function parseKernelConfig(file, report) {
  const wishes = /* @__PURE__ */ new Map();
  for (const { number, text } of linesOf(file)) {
    const wish = parseConfigLine(text);
    if (wish === "comment") continue;
    if (wish === void 0) {
      report(file.path, number, wording.badConfigLine(text.trim()));
      continue;
    }
    const earlier = wishes.get(wish.symbol);
    if (earlier !== void 0) report(file.path, number, wording.namedTwice(`CONFIG_${wish.symbol}`, earlier.line));
    else wishes.set(wish.symbol, { ...wish, file: file.path, line: number });
  }
  return [...wishes.values()];
}

// src/suite/leak-lines.ts
var words = ["off", "allow", "watch"];
function parseLeakRules(file, report) {
  const lines = listLines(file);
  const [off] = lines.filter(({ text }) => text === "off");
  if (off !== void 0 && lines.length > 1) report(file.path, off.number, wording.offIsNotAlone());
  const watched = [];
  const allowed = [];
  for (const { number, text } of linesOf(file)) {
    const [, word = "", rest = ""] = /^\s*([^\s#]+)\s*(.*)$/.exec(text) ?? [];
    if (word === "" || word === "off") continue;
    if (word === "watch") watched.push(...readNames(rest, file, { number, report }));
    else if (word !== "allow") report(file.path, number, wording.badLeakLine(text, nearestName(word, words)));
    else {
      const expectation = parseAllowLine(text, (problem) => report(file.path, number, problem));
      if (expectation !== void 0) allowed.push({ ...expectation, only: "leak", file: file.path, line: number });
    }
  }
  return { isOff: off !== void 0, watched, allowed };
}
function readNames(text, file, { number, report }) {
  const names = text.replace(/(?:^|\s)#.*$/, "").split(/\s+/).filter((name) => name !== "");
  if (names.length === 0) report(file.path, number, wording.noModuleToWatch());
  return names.flatMap((name) => {
    if (/^[\w-]{1,55}$/.test(name)) return [name.replaceAll("-", "_")];
    report(file.path, number, wording.badModuleName(name));
    return [];
  });
}

// src/suite/module-lines.ts
import { resolve as resolve8 } from "node:path";
function parseModuleLines(file, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Map();
  for (const { number, text } of listLines(file)) {
    const split = splitShellWords(text);
    if (split.kind !== "words") {
      reading.report(file.path, number, wording.badQuoting(split));
      continue;
    }
    const [directory = "", ...variables] = split.words;
    const path = resolve8(reading.root.path, directory);
    const firstLine = lineOf.get(path);
    if (firstLine !== void 0) {
      reading.report(file.path, number, wording.namedTwice(directory, firstLine));
      continue;
    }
    lineOf.set(path, number);
    modules.set(path, variables);
    for (const variable of variables) checkVariable(variable, { file, number, reading });
    const found = requireKind({ file, line: number, path: directory }, "directory", { reading, alternatives: "" });
    if (found?.kind === "directory" && !canBeBuilt(found))
      reading.report(file.path, number, wording.noMakefile(directory));
  }
  return modules;
}
function parseModuleWords(words2, root, lookUp) {
  const problems = [];
  const variables = /* @__PURE__ */ new Map();
  for (const word of words2) {
    const report = (_file, _line, { message, hint }) => problems.push({ file: resolve8(root.path, word), line: void 0, message, hint });
    const reading = { root, lookUp, report, onLink: () => void 0 };
    const text = lookUp(resolve8(root.path, word)) === void 0 ? word : shellQuote(word);
    for (const [path, own] of parseModuleLines({ path: "", text }, reading)) variables.set(path, own);
  }
  return problems.length === 0 ? { kind: "modules", variables } : { kind: "problems", problems };
}
var ourVariables = /^(?:M|O|ARCH|CC|CROSS_COMPILE|LLVM|SHELL|PWD|MAKEFLAGS|KCFLAGS|KAFLAGS|KBUILD_\w*)$/;
function checkVariable(word, { file, number, reading }) {
  const [, name] = /^([A-Za-z_]\w*)=/.exec(word) ?? [];
  if (name === void 0) reading.report(file.path, number, wording.expectedVariable(word));
  else if (ourVariables.test(name)) reading.report(file.path, number, wording.variableTaken(name));
}
function parseKernelModules(file, report) {
  const names = listLines(file).flatMap(({ number, text }) => text.split(/\s+/).map((name) => ({ number, name })));
  for (const { number, name } of names)
    if (!/^[\w-]{1,64}$/.test(name)) report(file.path, number, wording.badModuleName(name));
  return [...new Set(names.map(({ name }) => name.replaceAll("-", "_")))];
}
function canBeBuilt(directory) {
  return ["Kbuild", "Makefile", "dkms.conf"].some((name) => {
    const entry2 = directory.entries.get(name);
    return (entry2?.kind === "link" ? entry2.target : entry2)?.kind === "file";
  });
}

// src/suite/suite-entries.ts
var ownNames = ["info", "setup", "teardown", libName];
function sortEntries(suite, reading) {
  const tests = /* @__PURE__ */ new Map();
  const others = [];
  for (const [name, entry2] of [...suite.entries].sort(([a], [b]) => a < b ? -1 : 1)) {
    if (ownNames.includes(name)) continue;
    const target = follow(entry2, reading);
    if (target?.kind === "directory" && holdsRun(target)) tests.set(name, target);
    else if (target !== void 0) others.push({ name, target });
  }
  reportTestNames(tests, reading.report);
  return { tests, others };
}
function reportStrays(others, named2, report) {
  for (const { name, target } of others) {
    if (named2.some((path) => isWithin(path, target.path)) || target.kind === "file" && isForPeople(name)) continue;
    if (target.kind === "directory" && name === "data") report(target.path, void 0, wording.dataInSuite());
    else if (target.kind === "directory") report(target.path, void 0, wordDirectory(target));
    else if (name === "run") report(target.path, void 0, wording.runInSuite());
    else report(target.path, void 0, wording.strayFile(nearestName(name, ownNames)));
  }
}
function isForPeople(name) {
  return /^(readme|license|licence|copying|changelog)\b|^\.(gitignore|gitattributes|editorconfig)$/i.test(name);
}
function isLegalName(name) {
  return /^[A-Za-z0-9._-]+$/.test(name);
}
function holdsRun(directory) {
  return directory.entries.has("run");
}
function reportTestNames(tests, report) {
  const byLowerCase = /* @__PURE__ */ new Map();
  for (const [name, { path }] of tests) {
    const other = byLowerCase.get(name.toLowerCase());
    if (other !== void 0) report(path, void 0, wording.sameButForCase(other));
    byLowerCase.set(name.toLowerCase(), name);
    if (!isLegalName(name)) report(path, void 0, wording.badName(name));
  }
}
function wordDirectory(directory) {
  const entries = [...directory.entries];
  if (entries.some(([, entry2]) => entry2.kind === "directory" && holdsRun(entry2))) return wording.suiteInSuite();
  const similar = entries.map(([name]) => name).find((name) => name.toLowerCase() === "run" || /^run\.\w+$/i.test(name));
  return wording.noRun(similar);
}

// src/suite/each-table.ts
function parseEach(file, report) {
  const lines = tableLines(file, report);
  const [head, ...body] = lines;
  if (head === void 0) {
    report(file.path, 1, wording.emptyTable());
    return [];
  }
  checkColumns(head.words, (words2) => report(file.path, head.number, words2));
  if (body.length === 0) report(file.path, head.number, wording.noRow());
  if (body.length > bounds.each.rows) report(file.path, void 0, wording.tooManyRows(bounds.each.rows, body.length));
  const named2 = /* @__PURE__ */ new Map();
  return body.slice(0, bounds.each.rows).map((line) => {
    const complain = (words2) => report(file.path, line.number, words2);
    checkRow(line.words, head.words, complain);
    const [name = ""] = line.words;
    const firstLine = named2.get(name.toLowerCase());
    if (firstLine !== void 0) complain(wording.repeatedRow(name, firstLine));
    named2.set(name.toLowerCase(), firstLine ?? line.number);
    const variables = new Map(head.words.map((column, index) => [column, line.words[index] ?? ""]));
    return { name, variables, file: file.path, line: line.number };
  });
}
function tableLines(file, report) {
  return linesOf(file).flatMap(({ number, text }) => {
    const parsed = splitShellWords(text);
    if (parsed.kind !== "words") report(file.path, number, wording.badQuoting(parsed));
    return parsed.kind === "words" && parsed.words.length > 0 ? [{ number, words: parsed.words }] : [];
  });
}
var ownVariables = /* @__PURE__ */ new Set(["PATH", "HOME", "TERM", "PWD", "OLDPWD", "IFS", "SHLVL", "ENV"]);
function checkColumns(columns, complain) {
  const { columns: limit, nameChars } = bounds.each;
  if (columns.length > limit) complain(wording.tooManyColumns(limit, columns.length));
  for (const [index, column] of columns.entries()) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(column) || column.length > nameChars) complain(wording.badColumn(column));
    else if (ownVariables.has(column) || /^(QDT|LD)_/.test(column)) complain(wording.reservedColumn(column));
    else if (columns.indexOf(column) < index) complain(wording.repeatedColumn(column));
  }
}
function checkRow(values, columns, complain) {
  if (values.length !== columns.length) complain(wording.badRow(columns, values));
  const [name = ""] = values;
  if (!isLegalName(name) || name.length > bounds.each.nameChars) complain(wording.badRowName(columns[0] ?? "", name));
  for (const value of values.slice(1)) {
    const reason = whyNoValue(value);
    if (reason !== void 0) complain(wording.badValue(reason, value));
  }
}
function whyNoValue(value) {
  if (value.length > bounds.each.valueChars) return `expected at most ${bounds.each.valueChars} characters`;
  if (/[\0-\x1f\x7f]/.test(value)) return "expected no tabs and no control characters";
  return /\s$/.test(value) ? "expected no blank at the end" : void 0;
}

// src/suite/quoted-words.ts
function parseQuotedWords(file, report) {
  const parsed = splitShellWords(file.text);
  if (parsed.kind === "words") return parsed.words;
  report(file.path, parsed.line, wording.badQuoting(parsed));
  return [];
}

// src/suite/stage.ts
function parseStage(name, entry2, reading) {
  const file = entry2 === void 0 ? void 0 : follow(entry2, reading);
  if (file === void 0) return void 0;
  if (file.kind !== "file") {
    reading.report(file.path, void 0, wording.stageIsNoFile(name, kindInWords(file.kind)));
    return void 0;
  }
  if (!file.executable) reading.report(file.path, void 0, wording.notExecutable(file.path));
  if (file.sizeBytes === 0) reading.report(file.path, void 0, wording.emptyStage());
  checkShebang(file, reading.report);
  return file.path;
}
function checkShebang(file, report) {
  const head = file.read(256);
  if (head.kind === "unreadable") {
    report(file.path, void 0, wording.unreadable(head.reason));
    return;
  }
  const [, shebang] = /^(#![^\n]*)\r\n/.exec(new TextDecoder().decode(head.bytes)) ?? [];
  if (shebang !== void 0) report(file.path, 1, wording.shebangWithCarriageReturn(shebang));
}

// src/suite/tags.ts
function isTag(word) {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(word) && word.length <= bounds.tags.chars;
}
function parseTags(file, report) {
  const lineOf = /* @__PURE__ */ new Map();
  for (const { number, text } of listLines(file)) {
    for (const word of text.split(/\s+/)) {
      const firstLine = lineOf.get(word);
      if (firstLine !== void 0) report(file.path, number, wording.namedTwice(word, firstLine));
      else if (!isTag(word)) report(file.path, number, wording.badTag(word));
      lineOf.set(word, firstLine ?? number);
    }
  }
  if (lineOf.size > bounds.tags.count)
    report(file.path, void 0, wording.tooManyTags(bounds.tags.count, lineOf.size));
  return [...lineOf.keys()];
}

// src/suite/parse-test.ts
var entryNames = ["setup", "run", "teardown", "data", "info"];
var startModes = ["auto", "clone", "cold"];
function parseTests(name, directory, defaults, suiteReading) {
  const { report, root } = suiteReading;
  const linked = /* @__PURE__ */ new Set([pathInSuite(directory.realPath, root)]);
  const reading = { ...suiteReading, onLink: (path) => linked.add(path) };
  reportStrayEntries(directory, defaults, report);
  const info = readTestInfo(directory, reading);
  const stage = (stageName) => parseStage(stageName, directory.entries.get(stageName), reading);
  const rows = ifThere(info.get("each"), (file) => parseEach(file, report)) ?? [];
  const test = {
    name,
    directory: directory.path,
    description: info.get("description")?.text.trim() ?? "",
    qemuArgs: ifThere(info.get("qemu-args"), (file) => parseQuotedWords(file, report)) ?? [],
    timeoutMs: ifThere(info.get("timeout"), (file) => parseTimeout(file, report)) ?? defaults.timeoutMs,
    expectation: ifThere(info.get("expect-failure"), (file) => parseExpectFailure(file, report)) ?? { kind: "pass" },
    devices: ifThere(info.get("devices"), (file) => parseDevices(file, reading)) ?? [],
    deviceTree: ifThere(info.get("device-tree"), treeSourceOf),
    faults: ifThere(info.get("faults"), placedLines) ?? [],
    expectConsole: ifThere(info.get("expect-console"), (file) => parseConsoleExpectations(file, report)) ?? [],
    start: ifThere(info.get("start"), (file) => parseStart(file, report)) ?? "auto",
    afterBug: ifThere(info.get("after-bug"), (file) => parseAfterBug(file, report)) ?? defaults.afterBug,
    shutdown: ifThere(info.get("shutdown"), (file) => parseShutdown(file, report)) ?? defaults.shutdown,
    row: void 0,
    tags: withTags(
      defaults.tags,
      ifThere(info.get("tags"), (file) => parseTags(file, report))
    ),
    setup: stage("setup"),
    // A missing run was reported, and a reading with problems yields no suite.
    run: stage("run") ?? "",
    teardown: stage("teardown"),
    dataDirectory: parseDataDirectory(directory.entries.get("data"), defaults.lib, reading),
    linked: [...linked].filter((path) => !isWithin(path, directory.path))
  };
  return rows.length === 0 ? [test] : rows.map((row) => ({ ...test, name: `${name}@${row.name}`, row }));
}
function ifThere(file, parse) {
  return file === void 0 ? void 0 : parse(file);
}
function withTags(suites, own = []) {
  return [.../* @__PURE__ */ new Set([...suites, ...own])];
}
function reportStrayEntries(directory, { lib }, report) {
  for (const [name, { path }] of directory.entries) {
    if (name === libName && lib !== void 0) report(path, void 0, wording.libInTest());
    else if (!entryNames.includes(name)) report(path, void 0, wording.strayTestEntry(nearestName(name, entryNames)));
  }
}
function parseStart(file, report) {
  const value = readOneValue(file, "start", report);
  if (value === void 0) return void 0;
  const mode = startModes.find((candidate) => candidate === value.text);
  if (mode === void 0)
    report(file.path, value.number, wording.badStart(value.text, nearestName(value.text, startModes)));
  return mode;
}

// src/suite/parse-suite.ts
var noFurtherChecks = () => [];
function parseSuiteAt(path, lookUp, furtherChecks = noFurtherChecks) {
  const entry2 = lookUp(path);
  const target = entry2?.kind === "link" ? entry2.target : entry2;
  if (target?.kind === "directory") return parseSuite(target, lookUp, furtherChecks);
  return { kind: "problems", problems: [{ file: path, line: void 0, ...complete(wordNoDirectory()) }] };
  function wordNoDirectory() {
    if (target?.kind === "unreadable") return wording.unreadable(target.reason);
    if (target !== void 0) return wording.expectedDirectory(kindInWords(target.kind));
    if (entry2?.kind === "link") return wording.danglingLink(entry2.text);
    const parent = lookUp(dirname(path));
    const siblings = parent?.kind === "directory" ? [...parent.entries.keys()] : [];
    return wording.noSuchSuite(nearestName(basename2(path), siblings));
  }
}
function parseSuite(root, lookUp, furtherChecks = noFurtherChecks) {
  const problems = [];
  const report = (file, line, words2) => problems.push({ file, line, ...complete(words2) });
  const suite = readSuite({ root, lookUp, report, onLink: () => void 0 });
  problems.push(...furtherChecks(suite));
  return problems.length === 0 ? { kind: "suite", suite } : { kind: "problems", problems: sortProblems(problems) };
}
function readSuite(entriesReading) {
  const { root, report } = entriesReading;
  const linked = /* @__PURE__ */ new Set();
  const reading = { ...entriesReading, onLink: (path) => linked.add(path) };
  reportSuiteName(root, report);
  const info = readSuiteInfo(root, reading);
  const lib = parseLibDirectory(root.entries.get(libName), reading);
  const { tests, others } = sortEntries(root, entriesReading);
  if (tests.size === 0) report(root.path, void 0, wording.noTest());
  const defaults = {
    timeoutMs: ifThere(info.get("timeout"), (file) => parseTimeout(file, report)) ?? defaultTimeoutMs,
    afterBug: ifThere(info.get("after-bug"), (file) => parseAfterBug(file, report)) ?? "end",
    shutdown: ifThere(info.get("shutdown"), (file) => parseShutdown(file, report)) ?? "skip",
    tags: ifThere(info.get("tags"), (file) => parseTags(file, report)) ?? [],
    lib
  };
  const suite = {
    name: basename2(root.path),
    directory: root.path,
    ...readInfoValues(info, reading),
    tags: defaults.tags,
    setup: parseStage("setup", root.entries.get("setup"), reading),
    teardown: parseStage("teardown", root.entries.get("teardown"), reading),
    libDirectory: lib?.path,
    linked: [...linked],
    tests: [...tests].flatMap(([name, directory]) => parseTests(name, directory, defaults, reading))
  };
  reportStrays(others, namedPaths(suite), report);
  return suite;
}
function readInfoValues(info, reading) {
  const { report } = reading;
  const path = (field, resolvePath) => {
    const file = info.get(field);
    const value = file && readOneValue(file, field, report);
    return file && value && resolvePath(file, value, reading);
  };
  return {
    description: info.get("description")?.text.trim() ?? "",
    kernel: path("kernel", resolveKernel),
    qemu: path("qemu", resolveQemu),
    diskImage: path("disk-image", resolveDiskImage),
    ...info.has("init") || info.has("ready") || info.has("machine-id") ? { imageInit: parseImageInit(info, report) } : {},
    qemuArgs: ifThere(info.get("qemu-args"), (file) => parseQuotedWords(file, report)) ?? [],
    bootTimeoutMs: ifThere(info.get("boot-timeout"), (file) => parseTimeout(file, report, "boot-timeout")),
    ...parseModules(info, reading),
    kernelModules: ifThere(info.get("kernel-modules"), (file) => parseKernelModules(file, report)) ?? [],
    kernelConfig: ifThere(info.get("kernel-config"), (file) => parseKernelConfig(file, report)) ?? [],
    failable: ifThere(info.get("failable"), placedLines),
    leaks: ifThere(info.get("leaks"), (file) => parseLeakRules(file, report)),
    devices: ifThere(info.get("devices"), (file) => parseDevices(file, reading)) ?? [],
    deviceTree: ifThere(info.get("device-tree"), treeSourceOf),
    expectConsole: ifThere(info.get("expect-console"), (file) => parseConsoleExpectations(file, report)) ?? []
  };
}
function parseModules(info, reading) {
  const variables = ifThere(info.get("modules"), (file) => parseModuleLines(file, reading)) ?? /* @__PURE__ */ new Map();
  const build = info.has("build") ? infoEntry("build", reading) : void 0;
  return {
    moduleDirectories: [...variables.keys()],
    moduleBuild: {
      variables,
      prepare: build === void 0 ? void 0 : parseStage("build", build, reading),
      warningsAreErrors: ifThere(info.get("werror"), (file) => parseWerror(file, reading.report)) ?? false
    }
  };
}
function infoEntry(name, { root }) {
  const info = root.entries.get("info");
  const directory = info?.kind === "link" ? info.target : info;
  return directory?.kind === "directory" ? directory.entries.get(name) : void 0;
}
function parseWerror(file, report) {
  const [line, other] = listLines(file);
  if (line === void 0 || line.text === "yes" && other === void 0) return true;
  if (line.text !== "no" || other !== void 0) report(file.path, (other ?? line).number, wording.expectedYesOrNo());
  return false;
}
function namedPaths(suite) {
  const kernel2 = suite.kernel === void 0 ? [] : splitKernelPath(suite.kernel);
  const devices = [suite, ...suite.tests].flatMap((owner) => owner.devices.map(({ path }) => path));
  return [...kernel2, suite.qemu, suite.diskImage, ...suite.moduleDirectories, ...devices].filter(
    (path) => path !== void 0
  );
}
function reportSuiteName(root, report) {
  const name = basename2(root.path);
  if (!isLegalName(name)) report(root.path, void 0, wording.badName(name));
  if (name.toLowerCase() === "boot") report(root.path, void 0, wording.reservedSuiteName(name));
}
function complete({ message, hint }) {
  return { message, hint };
}

// src/app/load-suites.ts
var RunRefused = class extends Error {
  name = "RunRefused";
};
function problemText(problem, cwd) {
  return formatProblem(problem, cwd, { path: plainLine, words: plainText });
}
function readGuestFiles(directory) {
  const names = listDirectory(directory).filter(
    (name) => !name.endsWith(".md") && kindOfFile(join4(directory, name)) === "file"
  );
  return new Map([
    ...names.map((name) => [name, readWholeFile(join4(directory, name))]),
    ...architectures.map(({ name }) => [
      agentFile(name),
      readWholeFile(join4(directory, "agent", agentFile(name)))
    ])
  ]);
}
function loadSuites(paths, cwd) {
  const loaded = paths.map((path) => loadSuite(resolve9(cwd, path)));
  const problems = loaded.flatMap((result) => result.kind === "problems" ? result.problems : []);
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "suites", suites: loaded.flatMap((result) => result.kind === "suites" ? result.suites : []) };
}
function refuseMachine({ args }) {
  return refuseUserArguments(args);
}
function loadSuite(directory) {
  const parsed = parseSuiteAt(directory, readTree, (suite) => [
    ...parseSuiteSpecs(suite).problems,
    ...refusedArguments(suite),
    ...deviceProblems(suite),
    ...callProblems(suite)
  ]);
  return parsed.kind === "problems" ? parsed : { kind: "suites", suites: [parsed.suite] };
}
function refusedArguments(suite) {
  return [suite, ...suite.tests].flatMap(({ directory, qemuArgs }) => {
    const message = refuseUserArguments(qemuArgs);
    return message === void 0 ? [] : [{ file: join4(directory, "info", "qemu-args"), line: void 0, message, hint: void 0 }];
  });
}

export {
  shellQuote,
  shellJoin,
  sortProblems,
  isWithin,
  devicesOf,
  splitDeviceArgs,
  plainText,
  plainLine,
  colouredText,
  plainJson,
  defuseCommands,
  defuseGitlabMarkup,
  nearestName,
  nearestNames,
  FaultSyntaxError,
  readSettings,
  readName,
  readNumber,
  readDuration,
  wrong,
  neverNth,
  FaultCounter,
  triggerSettings,
  readTrigger,
  callFaultKind,
  isCallFault,
  onlyCounts,
  parseCallFault,
  selectCalls,
  callFaults,
  callFaultProblems,
  knownFunctions,
  faultCatalogue,
  parseFault,
  treePlace,
  treePower,
  waits,
  modulesAtBoot,
  treePlanOf,
  isInTree,
  missingTree,
  machineDevices,
  faultsOf,
  faultProblems,
  readTree,
  mergeUserArguments,
  guestFilesFor,
  specProblem,
  formatPlanProblem,
  parseDiskSpec,
  memoryOfFlavours,
  labelOfFlavours,
  parseKernelSpec,
  defaultQemu,
  parseQemuSpec,
  parseSuiteSpecs,
  defaultTimeoutMs,
  parseSeconds,
  splitShellWords,
  parseConfigLine,
  parseModuleWords,
  isTag,
  RunRefused,
  problemText,
  readGuestFiles,
  loadSuites,
  refuseMachine
};
