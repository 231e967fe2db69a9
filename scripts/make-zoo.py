"""Exports classifiers of timm and of Hugging Face's transformers to ONNX, without pretrained weights, and judges what camdrift says of them.

    pip install torch timm transformers onnx onnxscript onnxruntime
    python scripts/make-zoo.py export FOLDER [--exporter script|dynamo] [NAME ...]
    node scripts/check-zoo.ts FOLDER [wasm|onnxruntime|native]
    python scripts/make-zoo.py judge FOLDER [NAME ...]
    python scripts/zoo-table.py FOLDER
    python scripts/make-zoo.py exact FOLDER [NAME ...]
    node scripts/check-engines.ts FOLDER onnxruntime wasm

`export` writes NAME-EXPORTER.onnx, two images and ONNX Runtime's logits; the node script adds the layer it took, its activations
and Grad-CAM; `judge` looks for the torch tensor that holds those very activations, in any layout, and takes autograd's gradient of
it: no module is named by hand. `exact` writes logits and Grad-CAM in float64 to NAME-EXPORTER.exact.json, found the same way. Names
that start with `hf:` are of transformers, in small configurations.
"""

import argparse
import json
import multiprocessing
import warnings
from pathlib import Path

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

# The wheel for CPUs comes without its own operators, which classifiers do not use.
library = torch.library.Library("torchvision", "DEF")
for operator in ("nms", "qnms"):
    library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

warnings.filterwarnings("ignore")

# Small members of every family, another where it works differently; a number is the size of the images where the family takes any, a mapping more of
# its settings.
TIMM = {
    **dict.fromkeys("""
        beit_base_patch16_224 cait_xxs24_224 coat_lite_tiny coat_tiny convit_tiny crossvit_tiny_240 deit_tiny_patch16_224
        deit_tiny_distilled_patch16_224 deit3_small_patch16_224 eva02_tiny_patch14_224 flexivit_small hiera_tiny_224 levit_128s levit_192
        levit_conv_128s mixer_s32_224 gmixer_12_224 resmlp_12_224 gmlp_ti16_224 mvitv2_tiny nest_tiny nest_tiny_jx pit_ti_224
        pit_ti_distilled_224 swin_tiny_patch4_window7_224 swin_s3_tiny_224 swinv2_tiny_window8_256 swinv2_cr_tiny_ns_224 tiny_vit_5m_224
        tnt_s_patch16_224 twins_svt_small twins_pcpvt_small visformer_tiny vit_tiny_patch16_224 vit_small_patch32_224 test_vit test_vit2
        test_vit3 vit_relpos_small_patch16_224 vit_srelpos_small_patch16_224 vit_tiny_r_s16_p8_224
        vit_base_patch16_siglip_224 vit_wee_patch16_reg1_gap_256 vit_pwee_patch16_reg1_gap_256 vitamin_small_224 volo_d1_224
        xcit_nano_12_p16_224 gcvit_xxtiny coatnet_nano_rw_224 maxvit_pico_rw_256 maxxvit_rmlp_nano_rw_256 test_convnext sequencer2d_s
        efficientformer_l1 efficientformerv2_s0 lambda_resnet26t botnet26t_256 halonet26t samvit_base_patch16_224
        tf_efficientnet_b0 tf_efficientnetv2_b0 tf_mobilenetv3_small_100
        tnt_s_legacy_patch16_224 vit_dpwee_patch16_reg1_gap_256 vit_small_patch16_rope_224 vit_small_patch16_rope_mixed_224
        vit_tiny_patch16_dinov3_qkvb test_vit4 vit_small_resnet26d_224 vit_relpos_small_patch16_rpn_224 vit_xsmall_patch16_clip_224
        lamhalobotnet50ts_256 sebotnet33ts_256 eca_halonext26ts lambda_resnet26rpt_256 resnet50_clip maxvit_tiny_tf_224 maxvit_tiny_pm_256
        coatnet_bn_0_rw_224 coatnet_rmlp_nano_rw_224 coatnext_nano_rw_224 maxxvitv2_nano_rw_256 mvitv2_small_cls hiera_small_abswin_256
        xcit_tiny_12_p8_224 crossvit_9_dagger_240 cpubone_nano mobilevit_s coat_lite_mini
    """.split(), None),
    "vit_small_patch14_reg4_dinov2": dict(img_size=224),
    "vit_small_patch16_36x1_224": dict(depth=4),
    "vit_small_patch16_18x2_224": dict(depth=3),
    "vit_pe_core_tiny_patch16_384": dict(img_size=128),
    "vit_pe_spatial_tiny_patch16_512": dict(img_size=128),
    "vit_so150m_patch16_reg4_map_256": dict(depth=2),
    "vit_base_patch16_xp_224": dict(depth=2),
    "vit_base_patch16_rpn_224": dict(depth=2),
    "vit_base_patch16_siglip_gap_224": dict(depth=2),
    "vit_relpos_base_patch16_clsgap_224": dict(depth=2),
    "beit3_base_patch16_224": dict(depth=2),
    "aimv2_large_patch14_224": dict(depth=2),
    "naflexvit_base_patch16_gap": dict(depth=2),
    "naflexvit_base_patch16_map": dict(depth=2),
    "gemma4_vit_167m": dict(depth=2),
    "hieradet_small": dict(img_size=224),
    **dict.fromkeys("""
        convnext_atto convnextv2_atto convmixer_768_32 cspresnet50 cs3darknet_s darknet53 cs3sedarknet_l davit_tiny densenet121 densenetblur121d
        dla34 dla46_c dla60_res2net dpn48b edgenext_xx_small mixnet_s fbnetc_100 mnasnet_050 efficientnet_b0 efficientnet_es
        efficientnet_lite0 efficientnetv2_rw_t spnasnet_100 tinynet_e mobilenetv2_050 efficientvit_b0 efficientvit_l1
        fasternet_t0 fastvit_t8 fastvit_sa12 focalnet_tiny_srf ghostnet_050 ghostnetv2_100 hardcorenas_a hgnet_tiny hgnetv2_b0
        hrnet_w18_small inception_next_atto inception_v3 inception_v4 lcnet_050 mobilenetv3_small_050 fbnetv3_b mobilenetv4_conv_small
        mobilenetv4_hybrid_medium mambaout_femto caformer_s18 convformer_s18 poolformer_s12 poolformerv2_s12 mobilevit_xxs mobilevitv2_050
        nextvit_small nf_regnet_b0 nfnet_l0 dm_nfnet_f0 test_nfnet nf_resnet26 nf_ecaresnet26 eca_nfnet_l0 pvt_v2_b0 rdnet_tiny
        regnetx_002 regnety_002 regnetz_b16 regnetv_040 repghostnet_050 repvgg_a0 repvit_m0_9 res2net50_14w_8s res2next50 resnest14d
        resnet18 resnet14t resnet26d resnet50 resnext50_32x4d ecaresnet26t ecaresnetlight seresnext26d_32x4d resnetaa34d resnetblur18
        resnetrs50 resnetv2_18 resnetv2_50d_gn resnetv2_50x1_bit rexnet_100 selecsls42b legacy_seresnet18 shvit_s1 skresnet18
        skresnext50_32x4d starnet_s1 swiftformer_xs tresnet_m vgg11_bn eca_vovnet39b ese_vovnet19b_slim vovnet39a
        legacy_xception xception41 gernet_s mobileone_s0 resnet51q regnetz_c16_evos bat_resnext26ts eca_botnext26ts_256 tf_mixnet_s
        tf_efficientnet_lite0 semnasnet_075 lcnetv2_small lowformer_b0 csatv2 wide_resnet50_2
        tf_efficientnet_cc_b0_4e efficientnet_b0_gn efficientnet_blur_b0 test_efficientnet_evos test_efficientnet_ln mobilenet_edgetpu_v2_xs
        mobilenetv1_100 tf_mobilenetv3_large_minimal_100 mobilenetv4_conv_blur_medium ghostnetv3_050 gcresnet33ts seresnet33ts
        resnet50_clip_gap resnet50_mlp convnext_zepto_rms convnext_atto_ols test_convnext3 cs3darknet_focus_s cs3edgenet_x darknetaa53
        fastvit_mci0 focalnet_tiny_lrf pvt_v2_b2_li regnety_040_sgn regnetz_005 resnetv2_50d_evos resnetv2_50d_frn rexnetr_100 resnet10t
        seresnextaa101d_32x8d resnet50_gn legacy_seresnext26_32x4d xception41p ese_vovnet19b_slim_dw ese_vovnet39b_evos tresnet_v2_l
        test_mambaout test_byobnet test_resnet inception_resnet_v2 pnasnet5large nasnetalarge dpn68b nf_seresnet26 dla60_res2next
        efficientnet_b1_pruned
    """.split(), 128),
}


def hugging_face():
    """Small configurations by name: the model's class, its configuration, and the size of the images."""
    import transformers as t

    tiny = dict(hidden_size=32, num_hidden_layers=3, num_attention_heads=4, intermediate_size=64, image_size=64, patch_size=16, num_labels=5)
    sized = dict(image_size=64, num_labels=5)
    vision = {k: v for k, v in tiny.items() if k != "num_labels"}
    text = dict(vocab_size=64, hidden_size=32, num_hidden_layers=1, num_attention_heads=4, intermediate_size=64)
    return {
        "ViT": (t.ViTForImageClassification, t.ViTConfig(**tiny), 64),
        "DeiT": (t.DeiTForImageClassification, t.DeiTConfig(**tiny), 64),
        "DeiTTeacher": (t.DeiTForImageClassificationWithTeacher, t.DeiTConfig(**tiny), 64),
        "BEiT": (t.BeitForImageClassification, t.BeitConfig(**tiny, use_relative_position_bias=True, use_mean_pooling=True), 64),
        "BEiTClassToken": (t.BeitForImageClassification, t.BeitConfig(**tiny, use_mean_pooling=False), 64),
        "BEiTShared": (t.BeitForImageClassification, t.BeitConfig(**tiny, use_shared_relative_position_bias=True, use_mean_pooling=True), 64),
        "Data2VecVision": (t.Data2VecVisionForImageClassification, t.Data2VecVisionConfig(**tiny), 64),
        "ViTMSN": (t.ViTMSNForImageClassification, t.ViTMSNConfig(**tiny), 64),
        "DINOv2": (t.Dinov2ForImageClassification, t.Dinov2Config(**{**tiny, "patch_size": 14, "image_size": 56}), 56),
        "DINOv2Registers": (t.Dinov2WithRegistersForImageClassification, t.Dinov2WithRegistersConfig(**{**tiny, "patch_size": 14, "image_size": 56}), 56),
        "IJEPA": (t.IJepaForImageClassification, t.IJepaConfig(**tiny), 64),
        "ConvNeXt": (t.ConvNextForImageClassification, t.ConvNextConfig(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 2, 1], **sized), 64),
        "ConvNeXtV2": (t.ConvNextV2ForImageClassification, t.ConvNextV2Config(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 2, 1], **sized), 64),
        "ResNet": (t.ResNetForImageClassification, t.ResNetConfig(embedding_size=16, hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 2, 1], num_labels=5), 64),
        "RegNet": (t.RegNetForImageClassification, t.RegNetConfig(embedding_size=16, hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 2, 1], groups_width=8, num_labels=5), 64),
        "BiT": (t.BitForImageClassification, t.BitConfig(embedding_size=32, hidden_sizes=[32, 64, 96, 128], depths=[1, 1, 2, 1], num_groups=8, num_labels=5), 64),
        "MobileNetV1": (t.MobileNetV1ForImageClassification, t.MobileNetV1Config(depth_multiplier=0.25, **sized), 64),
        "MobileNetV2": (t.MobileNetV2ForImageClassification, t.MobileNetV2Config(depth_multiplier=0.35, **sized), 64),
        "MobileViT": (t.MobileViTForImageClassification, t.MobileViTConfig(hidden_sizes=[32, 48, 64], neck_hidden_sizes=[8, 16, 24, 32, 40, 48, 64], **sized), 64),
        "MobileViTV2": (t.MobileViTV2ForImageClassification, t.MobileViTV2Config(width_multiplier=0.5, **sized), 64),
        "EfficientNet": (t.EfficientNetForImageClassification, t.EfficientNetConfig(width_coefficient=0.5, depth_coefficient=0.5, hidden_dim=640, **sized), 64),
        "Swin": (t.SwinForImageClassification, t.SwinConfig(embed_dim=16, depths=[2, 2, 2], num_heads=[2, 4, 4], window_size=4, patch_size=4, **sized), 64),
        "Swinv2": (t.Swinv2ForImageClassification, t.Swinv2Config(embed_dim=16, depths=[2, 2, 2], num_heads=[2, 4, 4], window_size=4, patch_size=4, **sized), 64),
        "DonutSwin": (t.DonutSwinForImageClassification, t.DonutSwinConfig(embed_dim=16, depths=[2, 2], num_heads=[2, 4], window_size=4, patch_size=4, **sized), 64),
        "SegFormer": (t.SegformerForImageClassification, t.SegformerConfig(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 1, 1], num_attention_heads=[1, 2, 4, 4], **sized), 64),
        "PVT": (t.PvtForImageClassification, t.PvtConfig(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 1, 1], num_attention_heads=[1, 2, 4, 4], **sized), 64),
        "PVTv2": (t.PvtV2ForImageClassification, t.PvtV2Config(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 1, 1], num_attention_heads=[1, 2, 4, 4], **sized), 64),
        "PoolFormer": (t.PoolFormerForImageClassification, t.PoolFormerConfig(hidden_sizes=[16, 32, 48, 64], depths=[1, 1, 1, 1], **sized), 64),
        "LeViT": (t.LevitForImageClassification, t.LevitConfig(image_size=128, hidden_sizes=[32, 48, 64], key_dim=[8, 8, 8], depths=[1, 1, 1], num_attention_heads=[2, 3, 4], num_labels=5), 128),
        "LeViTTeacher": (t.LevitForImageClassificationWithTeacher, t.LevitConfig(image_size=128, hidden_sizes=[32, 48, 64], key_dim=[8, 8, 8], depths=[1, 1, 1], num_attention_heads=[2, 3, 4], num_labels=5), 128),
        "FocalNet": (t.FocalNetForImageClassification, t.FocalNetConfig(embed_dim=16, hidden_sizes=[16, 32, 64], depths=[1, 1, 1], focal_levels=[2, 2, 2], focal_windows=[3, 3, 3], **sized), 64),
        "SwiftFormer": (t.SwiftFormerForImageClassification, t.SwiftFormerConfig(depths=[1, 1, 2, 1], embed_dims=[16, 32, 48, 64], **sized), 64),
        "Hiera": (t.HieraForImageClassification, t.HieraConfig(embed_dim=16, image_size=[64, 64], depths=[1, 1, 2], num_heads=[1, 2, 4], query_stride=[2, 2], patch_stride=[4, 4], masked_unit_size=[4, 4], num_query_pool=2, num_labels=5), 64),
        "TextNet": (t.TextNetForImageClassification, t.TextNetConfig(num_labels=5, image_size=[64, 64]), 64),
        "CLIP": (t.CLIPForImageClassification, t.CLIPConfig(text_config=text, vision_config=vision, projection_dim=32, num_labels=5), 64),
        "SigLIP": (t.SiglipForImageClassification, t.SiglipConfig(text_config=text, vision_config=vision, num_labels=5), 64),
        "SigLIP2Naive": (t.MetaClip2ForImageClassification, t.MetaClip2Config(text_config=text, vision_config=vision, projection_dim=32, num_labels=5), 64),
        "HGNetV2": (t.HGNetV2ForImageClassification, t.HGNetV2Config(num_labels=5), 64),
        "CvT": (t.CvtForImageClassification, t.CvtConfig(embed_dim=[16, 32, 48], num_heads=[1, 2, 3], depth=[1, 1, 2], num_labels=5), 64),
        "ViTHybridLike": (t.ViTForImageClassification, t.ViTConfig(**{**tiny, "patch_size": 8, "hidden_size": 48}), 64),
    }


class Logits(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, image):
        return self.model(image).logits


def built(name):
    """The model with numbers that make every part of it count, and two smooth images: noise alone leaves random networks without an opinion."""
    torch.manual_seed(7)
    if name.startswith("hf:"):
        kind, config, size = hugging_face()[name[3:]]
        config._attn_implementation = "eager"
        model = Logits(kind(config))
    else:
        import timm

        asked = TIMM.get(name)
        settings = asked if isinstance(asked, dict) else {}
        model = timm.create_model(name, pretrained=False, num_classes=10, **settings)
        size = settings.get("img_size") or (asked if isinstance(asked, int) else model.default_cfg["input_size"][-1])
    lively(model)
    generator = np.random.default_rng(1)
    coarse = torch.from_numpy(generator.normal(size=(2, 3, 8, 8)).astype("float32"))
    images = torch.nn.functional.interpolate(coarse, (size, size), mode="bicubic")
    settled(model, size)
    return model.eval(), images


def lively(model):
    for name, parameter in model.named_parameters():
        if parameter.ndim <= 1 and name.endswith("weight") and parameter.mean().item() == 1:
            torch.nn.init.uniform_(parameter, 0.7, 1.3)
        elif name.split(".")[-1] in ("gamma", "gamma_1", "gamma_2", "lambda_1", "lambda_2", "lambda1", "layer_scale", "alpha") or "layer_scale" in name or ".ls" in name:
            torch.nn.init.uniform_(parameter, 0.2, 0.6)
        elif parameter.std().item() == 0 or parameter.numel() == 1 and parameter.item() == 0:
            torch.nn.init.normal_(parameter, 0, 0.1)
        elif any(word in name for word in ("cls_token", "class_token", "pos_embed", "position_embeddings", "relative_position_bias_table")):
            torch.nn.init.normal_(parameter, 0, 0.3)
        elif any(word in name.split(".") for word in ("head", "fc", "classifier", "heads", "head_dist")) and parameter.ndim == 2:
            torch.nn.init.normal_(parameter, 0, 0.1)


def settled(model, size):
    """Batch normalisation with the statistics of some noise."""
    model.eval()
    normalisations = [
        module
        for module in model.modules()
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm) and module.track_running_stats
    ]
    for module in normalisations:
        module.momentum = 0.5
        module.train()
    with torch.no_grad():
        for _ in range(3 if normalisations else 0):
            model(torch.randn(4, 3, size, size))


def export(model, images, path, exporter, opset=17):
    if exporter == "script":
        torch.onnx.export(
            model, images, path, dynamo=False, opset_version=opset, input_names=["image"], output_names=["logits"],
            dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
        )
    else:
        torch.onnx.export(
            model, (images,), path, dynamo=True, input_names=["image"], output_names=["logits"],
            dynamic_shapes=({0: torch.export.Dim("batch")},), external_data=False, verbose=False,
        )


def exported(name, path, exporter):
    """Writes the file as timm's own script would where the exporter does not know an operator of the plain model; gives the images."""
    import timm.layers

    model, images = built(name)
    try:
        export(model, images, path, exporter)
    except Exception:  # noqa: BLE001
        if exporter == "dynamo":
            raise
        with timm.layers.set_exportable(True):
            model, images = built(name)
            export(model, images, path, exporter, 18)
    return images


def export_one(folder, name, exporter):
    import onnxruntime

    stem = f"{name.replace(':', '-')}-{exporter}"
    path = folder / f"{stem}.part"
    try:
        images = exported(name, str(path), exporter)
        plain = onnxruntime.SessionOptions()  # its optimiser changes the answer where a kernel is normalised in training mode
        plain.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(str(path), plain, providers=["CPUExecutionProvider"])
        logits = session.run(None, {session.get_inputs()[0].name: images.numpy()})[0]
    except Exception as error:  # noqa: BLE001
        path.unlink(missing_ok=True)
        refused = {"name": name, "exporter": exporter, "problem": (str(error).strip() or type(error).__name__).splitlines()[0][:200]}
        (folder / f"{stem}.not-exported").write_text(json.dumps(refused))
        return refused
    record = {
        "name": name, "exporter": exporter, "size": images.shape[-1], "logits": logits.tolist(),
        "images": images.permute(0, 2, 3, 1).reshape(2, -1).tolist(),
    }
    (folder / f"{stem}.not-exported").unlink(missing_ok=True)
    path.rename(folder / f"{stem}.onnx")  # whoever reads beside us sees whole files
    (folder / f"{stem}.json.part").write_text(json.dumps(record))
    (folder / f"{stem}.json.part").rename(folder / f"{stem}.json")
    return {"name": name, "exporter": exporter}


class Tape(TorchFunctionMode):
    """Keeps every value that a function of torch makes and that has a gradient."""

    def __init__(self):
        super().__init__()
        self.values = {}

    def __torch_function__(self, function, types, args=(), kwargs=None):
        made = function(*args, **(kwargs or {}))
        for value in made if isinstance(made, (tuple, list)) else [made]:
            if isinstance(value, torch.Tensor) and value.requires_grad and value.ndim >= 3 and value.grad_fn is not None:
                value.retain_grad()
                self.values[id(value)] = value
        return made


def judged(folder, stem, engine):
    truth = json.loads((folder / f"{stem}.json").read_text())
    found = json.loads((folder / f"{stem}.{engine}.found.json").read_text())
    logits = np.array(truth["logits"])
    row = {"name": truth["name"], "exporter": truth["exporter"], "engine": engine}
    if "problem" in found:
        return {**row, "status": "refused", "problem": found["problem"]}
    row |= {"layer": found["layer"], "grid": f"{found['width']} x {found['height']}"}
    row["logits"] = float(np.abs(np.array(found["logits"]) - logits).max() / np.abs(logits).max())
    width, height, channels = (found[key] for key in ("width", "height", "channels"))
    activations = np.fromfile(folder / f"{stem}.{engine}.activations", "<f4").reshape(2, height * width, channels)
    maps = np.array(found["maps"], "float32").reshape(2, height * width)
    if not np.abs(maps).max() > 0:
        return {**row, "status": "zero map"}
    tape, _ = taped(truth)
    row["map"] = min((deviation(value, activations, maps)[0] for value in tape.values.values()), default=float("inf"))
    right = row["logits"] <= 1e-3 and row["map"] <= 1e-3
    return {**row, "status": "right" if right else "wrong" if np.isfinite(row["map"]) else "not found in torch"}


def taped(truth, dtype=torch.float32):
    """Every value that torch makes on the way to the scores of the exported answer's classes, with its gradient, and the logits."""
    model, images = built(truth["name"])
    if truth["name"].startswith("hf:") is False:
        import timm.layers

        timm.layers.set_fused_attn(False)
    torch.set_default_dtype(dtype)
    with Tape() as tape:
        score = model.to(dtype)(images.to(dtype))
        classes = torch.tensor(truth["logits"]).argmax(1)
        score[torch.arange(2), classes].sum().backward()
    return tape, score.detach()


def exact(folder, stem, engine):
    """Logits and raw Grad-CAM in float64, at the tensor that holds what an engine found at its layer."""
    truth = json.loads((folder / f"{stem}.json").read_text())
    found = json.loads((folder / f"{stem}.{engine}.found.json").read_text())
    if "problem" in found:
        return {"problem": found["problem"]}
    width, height, channels = (found[key] for key in ("width", "height", "channels"))
    activations = np.fromfile(folder / f"{stem}.{engine}.activations", "<f4").reshape(2, height * width, channels)
    maps = np.array(found["maps"]).reshape(2, height * width)
    tape, logits = taped(truth, torch.float64)
    found_there = (deviation(value, activations, maps) for value in tape.values.values())
    _, made = min(found_there, key=lambda pair: pair[0], default=(float("inf"), None))
    if made is None:
        return {"problem": "not found in torch"}
    return {"logits": logits.tolist(), "maps": made.tolist()}


def deviation(value, activations, maps):
    """How far camdrift's maps are from those by the gradient of a tensor, where it holds the activations, else infinite; and those maps."""
    _, cells, channels = activations.shape
    best = float("inf"), None
    if value.grad is None or value.shape[0] % 2:
        return best
    for axis in [at for at in range(1, value.ndim) if value.shape[at] == channels]:
        rows, slopes = (tensor.detach().movedim(axis, -1).reshape(2, -1, channels).numpy() for tensor in (value, value.grad))
        if rows.shape[1] < cells:
            continue
        scale = np.abs(activations).max()
        made = []
        for image in range(2):
            if np.abs(rows[image] - activations[image, 0]).max(1).min() > 1e-3 * scale:
                break
            at = ((rows[image][None] - activations[image][:, None]) ** 2).sum(2).argmin(1) if cells * rows.shape[1] * channels < 4e8 else None
            if at is None or np.abs(rows[image][at] - activations[image]).max() > 1e-3 * scale:
                break
            gradient = slopes[image][at]
            made.append(rows[image][at] @ gradient.mean(0))
        if len(made) == 2:
            off = float(np.abs(np.array(made) - maps).max() / np.abs(made).max())
            best = min(best, (off, np.array(made)), key=lambda pair: pair[0])
    return best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["export", "judge", "exact", "names"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--exporter", default="script", choices=["script", "dynamo"])
    parser.add_argument("--seconds", type=int, default=400, help="what one network may take")
    options = parser.parse_intermixed_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    names = options.names or [*TIMM, *(f"hf:{name}" for name in hugging_face())]
    if options.mode == "names":
        print(*names, sep="\n")
    elif options.mode == "export":
        for name in names:
            if not (options.folder / f"{name.replace(':', '-')}-{options.exporter}.json").exists():
                print(json.dumps(apart(options.seconds, export_one, options.folder, name, options.exporter)), flush=True)
    elif options.mode == "exact":
        for path in sorted(options.folder.glob("*.wasm.found.json")):
            stem = path.name.removesuffix(".wasm.found.json")
            answer = options.folder / f"{stem}.exact.json"
            if not answer.exists() and (not options.names or any(name.replace(":", "-") in stem for name in options.names)):
                answer.write_text(json.dumps(apart(options.seconds, exact, options.folder, stem, "wasm")))
                print(stem, answer.read_text()[:100], flush=True)
    else:
        for path in sorted(options.folder.glob("*.found.json")):
            stem, engine = path.name.removesuffix(".found.json").rsplit(".", 1)
            verdict = path.with_suffix(".judged")
            if verdict.exists() and verdict.stat().st_mtime >= path.stat().st_mtime:
                continue
            if not options.names or any(name.replace(":", "-") in stem for name in options.names):
                verdict.write_text(json.dumps(apart(options.seconds, judged, options.folder, stem, engine)))
                print(verdict.read_text(), flush=True)


def apart(seconds, work, folder, name, *rest):
    """In a process of its own: what a network leaves behind ends with it, and so does one that takes too long."""
    import timm  # noqa: F401: read once, for all of the processes

    if name.startswith("hf"):
        import transformers  # noqa: F401
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=lambda: there.send(work(folder, name, *rest)))
    process.start()
    there.close()
    try:
        return here.recv() if here.poll(seconds) else {"name": name, "problem": f"takes more than {seconds} seconds"}
    except EOFError:
        return {"name": name, "problem": "the process ended without an answer"}
    finally:
        process.kill()
        process.join()


if __name__ == "__main__":
    main()
