#include "tests/eval/style_classifier.h"

#include <torch/torch.h>

#include <cmath>
#include <set>

namespace pieria::eval {

namespace {

constexpr double kRidge = 10.0;

} // namespace

StyleClassifier::StyleClassifier(const std::vector<LabelledFeatures>& examples)
{
    const std::size_t width = examples.front().features.size();
    const auto n = static_cast<double>(examples.size());
    m_mean.assign(width, 0);
    m_scale.assign(width, 0);
    std::set<std::string> styles;
    for (const LabelledFeatures& example : examples) {
        styles.insert(example.style);
        for (std::size_t i = 0; i < width; ++i) {
            m_mean[i] += example.features[i] / n;
        }
    }
    for (const LabelledFeatures& example : examples) {
        for (std::size_t i = 0; i < width; ++i) {
            m_scale[i] += std::pow(example.features[i] - m_mean[i], 2) / n;
        }
    }
    for (double& scale : m_scale) {
        scale = std::sqrt(scale) + 1e-3;
    }
    m_styles.assign(styles.begin(), styles.end());

    const auto rows = static_cast<std::int64_t>(examples.size());
    const auto columns = static_cast<std::int64_t>(width) + 1;
    torch::Tensor x = torch::ones({ rows, columns }, torch::kFloat64);
    torch::Tensor y
        = torch::zeros({ rows, static_cast<std::int64_t>(m_styles.size()) }, torch::kFloat64);
    torch::Tensor weight = torch::ones({ rows, 1 }, torch::kFloat64);
    std::map<std::string, int> count;
    for (const LabelledFeatures& example : examples) {
        ++count[example.style];
    }
    for (std::int64_t row = 0; row < rows; ++row) {
        const LabelledFeatures& example = examples[static_cast<std::size_t>(row)];
        const std::vector<double> values = normalised(example.features);
        x[row].slice(0, 0, columns - 1).copy_(torch::tensor(values, torch::kFloat64));
        const auto at
            = std::lower_bound(m_styles.begin(), m_styles.end(), example.style) - m_styles.begin();
        y[row][at] = 1;
        weight[row][0] = n / (static_cast<double>(m_styles.size()) * count[example.style]);
    }
    const torch::Tensor weighted = (x * weight).t();
    const torch::Tensor gram
        = torch::matmul(weighted, x) + kRidge * torch::eye(columns, torch::kFloat64);
    const torch::Tensor solved
        = torch::linalg_solve(gram, torch::matmul(weighted, y)).t().contiguous();
    for (std::size_t i = 0; i < m_styles.size(); ++i) {
        const double* row = solved[static_cast<std::int64_t>(i)].data_ptr<double>();
        m_weights[m_styles[i]].assign(row, row + columns);
    }
}

std::vector<double> StyleClassifier::normalised(const std::vector<double>& features) const
{
    std::vector<double> out;
    for (std::size_t i = 0; i < features.size(); ++i) {
        out.push_back((features[i] - m_mean[i]) / m_scale[i]);
    }
    return out;
}

std::string StyleClassifier::choose(
    const std::vector<double>& features, const std::vector<std::string>& choices) const
{
    const std::vector<double> values = normalised(features);
    std::string best;
    double most = -1e300;
    for (const std::string& choice : choices) {
        const std::vector<double>& weights = m_weights.at(choice);
        double score = weights.back();
        for (std::size_t i = 0; i < values.size(); ++i) {
            score += weights[i] * values[i];
        }
        if (score > most) {
            most = score;
            best = choice;
        }
    }
    return best;
}

} // namespace pieria::eval
